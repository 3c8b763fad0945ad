using System.Globalization;

namespace Secretariat.Platform.Mailing;

/// <summary>A mail server's answer: "550 5.1.1 No such user".</summary>
public sealed record SmtpReply(int Code, string Text)
{
    private const int LongestKept = 500;

    public bool Good => Code is >= 200 and < 300;
    public bool GoOn => Code == 354;
    public bool Temporary => Code is >= 400 and < 500;
    public bool Final => Code >= 500;

    /// <summary>"5.1.1", or empty (RFC 3463).</summary>
    public string Enhanced
    {
        get
        {
            var first = Text.Split(' ', 2)[0];
            var parts = first.Split('.');
            return parts.Length == 3 && parts[0] is "2" or "4" or "5" && parts.All(p => p.Length is > 0 and <= 3 && p.All(char.IsAsciiDigit)) ? first : "";
        }
    }

    /// <summary>The mailbox is not there: a matter of the address, not of this letter. A bare 550 may mean anything, so it does not count.</summary>
    public bool NoSuchMailbox => Final && SaysNoSuchMailbox(Enhanced);

    /// <summary>No such mailbox, no such system, no address, moved away, a domain that takes no mail (RFC 3463, RFC 7505).</summary>
    internal static bool SaysNoSuchMailbox(string enhanced) => enhanced is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10";

    /// <summary>Asks for time rather than about this letter: too many, too fast, greylisted, busy.</summary>
    public bool AsksForTime => Temporary && (Code == 421 || Enhanced.StartsWith("4.7.", StringComparison.Ordinal) || Enhanced == "4.3.2");

    public override string ToString() => $"{Code} {Text}".Trim();

    /// <summary>Puts the lines of one answer together; what a server writes ends up on pages, so it is cut and cleaned.</summary>
    internal static SmtpReply From(IReadOnlyList<string> lines)
    {
        var code = lines.Count > 0 && lines[^1].Length >= 3 && int.TryParse(lines[^1][..3], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var text = string.Join(' ', lines.Select(l => l.Length > 4 ? l[4..] : ""));
        text = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return new SmtpReply(code, text.Length <= LongestKept ? text : text[..LongestKept] + "…");
    }
}
