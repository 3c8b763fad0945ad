using System.Globalization;
using MimeKit;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Mailing;

/// <summary>An address that a letter can be sent to, and the key by which two spellings of it are one.</summary>
public sealed record EmailAddress(string Text, string Key)
{
    private const int MaxLength = 254; // RFC 5321 section 4.5.3.1.3, less the angle brackets
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    public static EmailAddress Parse(string? typed) =>
        TryParse(typed) ?? throw new RuleBroken($"“{Shown(typed)}” is not an e-mail address. It should look like name@example.org.", "Email");

    public string Domain => Key[(Key.LastIndexOf('@') + 1)..];

    /// <summary>Something that is no address, kept so that its row can say so.</summary>
    public static EmailAddress Unusable(string typed, Guid? whose) => new(Cut(typed), $"?{Cut(typed).ToLowerInvariant()} {whose}");

    public static EmailAddress? TryParse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > MaxLength || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';')) return null;
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || text.IndexOf('@') != at) return null;
        var local = text[..at];
        if (local.StartsWith('.') || local.EndsWith('.') || local.Contains("..")) return null;
        try
        {
            var domain = Idn.GetAscii(text[(at + 1)..]).ToLowerInvariant();
            if (!domain.Contains('.') || !MailboxAddress.TryParse($"{local}@{domain}", out _)) return null;
            return new EmailAddress(text, $"{local.ToLowerInvariant()}@{domain}");
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Cut(string typed) => typed.Length <= MaxLength ? typed : typed[..MaxLength];

    private static string Shown(string? typed) => typed is null ? "" : typed.Length <= 60 ? typed : typed[..60] + "…";
}
