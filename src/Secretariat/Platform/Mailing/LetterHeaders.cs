using System.Buffers;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Secretariat.Platform.Mailing;

/// <summary>The head of one letter: written once, read twice, by the receiver and by the signature.</summary>
internal sealed class LetterHeaders
{
    private readonly List<(string Name, string Value)> _all = [];

    public IReadOnlyList<(string Name, string Value)> All => _all;

    /// <summary>Plain ASCII that needs no encoding.</summary>
    public void Add(string name, string value) => _all.Add((name, Safe(value)));

    /// <summary>Words of people: encoded and folded where needed.</summary>
    public void AddText(string name, string value)
    {
        var safe = Safe(value);
        var plain = safe.Length + name.Length < 76 && safe.All(c => c is >= ' ' and < (char)127) && !safe.Contains("=?", StringComparison.Ordinal);
        _all.Add((name, plain ? safe : Encoding.ASCII.GetString(new Header(Encoding.UTF8, name, safe).RawValue).Trim()));
    }

    public void AddDate(DateTimeOffset at) => Add("Date", DateUtils.FormatDate(at));

    public void Write(IBufferWriter<byte> to)
    {
        foreach (var (name, value) in _all) Write(to, name, value);
    }

    public static void Write(IBufferWriter<byte> to, string name, string value)
    {
        Encoding.UTF8.GetBytes(name, to);
        to.Write(": "u8);
        Encoding.UTF8.GetBytes(value, to);
        to.Write("\r\n"u8);
    }

    // Whatever fills a header, it never begins a new one.
    public static string Safe(string value) => value.AsSpan().ContainsAny('\r', '\n', '\0')
        ? string.Join(' ', value.Split(['\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) : value;

    public static string Address(string? name, string address) =>
        string.IsNullOrEmpty(name) ? address : new MailboxAddress(Encoding.UTF8, name, address).ToString(FormatOptions.Default, encode: true);
}
