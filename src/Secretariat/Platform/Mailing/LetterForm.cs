using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Secretariat.Platform.Contracts;

namespace Secretariat.Platform.Mailing;

/// <summary>A batch's template, made ready once: what is fixed is encoded already, so that a letter only fills its holes.</summary>
internal sealed class LetterForm
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly byte[] _textHead, _htmlHead, _calendarHead, _foot;
    private readonly Piece[] _text, _html, _calendar;

    public LetterForm(LetterTemplate template)
    {
        Template = template;
        Boundary = "=_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _textHead = Head("plain");
        _htmlHead = [.. "\r\n"u8, .. Head("html")];
        // Last, as the fullest form: that is where Outlook and Gmail look for an invitation.
        _calendarHead = template.Calendar is { } invitation ? [.. "\r\n"u8, .. Head("calendar", $"; method={invitation.Method}")] : [];
        _calendar = template.Calendar is { } calendar ? Cut(calendar.Text, template.Holes) : [];
        _foot = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");
        _text = Cut(template.Text, template.Holes);
        _html = Cut(template.Html, template.Holes);
    }

    public LetterTemplate Template { get; }

    public string Boundary { get; }

    public void WriteBody(IReadOnlyDictionary<string, string> holes, IBufferWriter<byte> to)
    {
        to.Write(_textHead);
        foreach (var piece in _text) piece.Write(holes, to, v => v);
        to.Write(_htmlHead);
        foreach (var piece in _html) piece.Write(holes, to, Html.Encode);
        to.Write(_calendarHead);
        foreach (var piece in _calendar) piece.Write(holes, to, v => v);
        to.Write(_foot);
    }

    /// <summary>Fills the holes of a header or a link.</summary>
    public string Fill(string text, IReadOnlyDictionary<string, string> holes)
    {
        if (!text.Contains("{{", StringComparison.Ordinal)) return text;
        var filled = new StringBuilder();
        foreach (var (words, hole) in Split(text, Template.Holes)) filled.Append(hole is null ? words : Value(holes, hole));
        return filled.ToString();
    }

    private byte[] Head(string kind, string more = "") =>
        Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Type: text/{kind}; charset=utf-8{more}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");

    private static Piece[] Cut(string text, IReadOnlyCollection<string> holes) => [.. Split(text, holes).Select(p => new Piece(Encoded(p.Words), p.Hole))];

    private static byte[] Encoded(string words)
    {
        var buffer = new ArrayBufferWriter<byte>();
        QuotedPrintable.Write(words, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Only the declared names are holes; any other braces are the writer's own words.</summary>
    private static IEnumerable<(string Words, string? Hole)> Split(string text, IReadOnlyCollection<string> holes)
    {
        var from = 0;
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at + 2, StringComparison.Ordinal))
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0) break;
            var name = text[(at + 2)..end].Trim();
            if (!holes.Contains(name)) continue;
            if (at > from) yield return (text[from..at], null);
            yield return ("", name);
            from = end + 2;
            at = end;
        }
        if (from < text.Length) yield return (text[from..], null);
    }

    private static string Value(IReadOnlyDictionary<string, string> holes, string name) =>
        holes.TryGetValue(name, out var value) ? value : throw new LetterFault($"there is nothing to put in the place of “{name}”.", whole: false);

    private sealed record Piece(byte[] Fixed, string? Hole)
    {
        public void Write(IReadOnlyDictionary<string, string> holes, IBufferWriter<byte> to, Func<string, string> encode)
        {
            if (Hole is null) to.Write(Fixed);
            else QuotedPrintable.Write(encode(Value(holes, Hole)), to);
        }
    }
}
