using System.Text.RegularExpressions;
using MimeKit;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing;

/// <summary>What a letter that came back says: the standard's report (RFC 3464) where there is one, else the words of a mail server.</summary>
/// <param name="BadAddress">The mailbox is not there, so nothing more should be sent to it.</param>
internal sealed partial record BounceReport(string Why, bool BadAddress)
{
    private const int LongestKept = 500;

    /// <returns>Null when it is no final refusal: a delay, a holiday notice, a person's answer.</returns>
    public static BounceReport? Read(MimeMessage message)
    {
        if (message.Body is MultipartReport { ReportType: { } type } report && type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase))
            return report.OfType<MessageDeliveryStatus>().SelectMany(s => s.StatusGroups.Skip(1)).Select(Recipient).FirstOrDefault(r => r is not null);
        // Whoever answers by machine says so (RFC 3834), and a holiday is not a bounce.
        if (message.Headers["Auto-Submitted"] is { } auto && auto.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)) return null;
        if (!message.From.Mailboxes.Any(m => MailServers().IsMatch(m.Address))) return null;
        var refusal = Refusals().Match(message.TextBody ?? "");
        return refusal.Success ? new BounceReport(Clean(refusal.Value), SmtpReply.SaysNoSuchMailbox(refusal.Groups["status"].Value)) : null;
    }

    private static BounceReport? Recipient(HeaderList group)
    {
        if (!string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase)) return null;
        var status = group["Status"]?.Trim().Split(' ')[0] ?? "";
        var words = group["Diagnostic-Code"] ?? "";
        var at = words.IndexOf(';');
        return new BounceReport(Clean($"{status} {(at >= 0 ? words[(at + 1)..] : words)}"), SmtpReply.SaysNoSuchMailbox(status));
    }

    private static string Clean(string words)
    {
        var clean = Sentences.Clean(words);
        return clean.Length <= LongestKept ? clean : clean[..LongestKept] + "…";
    }

    [GeneratedRegex(@"^(mailer-daemon|postmaster|mail-daemon)@", RegexOptions.IgnoreCase)]
    private static partial Regex MailServers();

    [GeneratedRegex(@"5\d\d[ -](?<status>5\.\d{1,3}\.\d{1,3})?[^\r\n]{0,300}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refusals();
}
