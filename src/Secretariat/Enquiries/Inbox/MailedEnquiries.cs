using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Secretariat.Enquiries.Letters;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Takes the letters that nobody else takes: a new enquiry, or another word in one that is known by its address or number.</summary>
public sealed class MailedEnquiries(Db db, TakeEnquiry take, ReplyAddress replies, MailSettings mail, Sites sites, TimeProvider clock) : IReceivesMail
{
    private static readonly Actor Mailbox = new(null, "the mailbox");

    public int Order => 1000;

    public async Task<bool> Take(InboundMail letter, CancellationToken ct)
    {
        using var message = await MimeMessage.LoadAsync(new MemoryStream(letter.Source), ct);
        // An answer to a machine would be answered by a machine.
        if (IsFromMachine(message)) return false;
        var known = letter.To.Select(replies.Enquiry).FirstOrDefault(id => id is not null);
        // Signed addresses are ours: what comes to one that is not, was made up.
        if (known is null && mail.BounceDomain is { } ours && letter.To.All(to => to.EndsWith($"@{ours}", StringComparison.OrdinalIgnoreCase))) return false;
        var from = message.From.Mailboxes.FirstOrDefault() ?? throw new FormatException("it does not say who sent it");
        var address = EmailAddress.TryParse(from.Address) ?? throw new FormatException("its sender has no address that can be answered");
        if (address.Key == EmailAddress.TryParse(mail.From)?.Key) return false;
        var key = Key(message, letter.Source);
        if (await db.Set<EnquiryLine>().AnyAsync(l => l.MessageKey == key, ct)) return true;
        var (name, words) = (Cut(Sentences.Clean(from.Name ?? ""), Enquiry.MaxName), Words(message));
        if (name.Length == 0) name = Cut(address.Text, Enquiry.MaxName);
        if (await Of(known, letter.Subject, address, ct) is { } id) await Add(id, words, name, address, key, ct);
        else await take.Run(new EnquiryDraft(name, address.Text, Subject(letter.Subject), words), EnquiryChannel.Mail, Mailbox, clock.GetUtcNow(), ct, message: key);
        return true;
    }

    // The number in a subject is not signed, so it counts only from the address that asked.
    private async Task<Guid?> Of(Guid? known, string subject, EmailAddress from, CancellationToken ct)
    {
        if (known is not null) return await db.Set<Enquiry>().Where(e => e.Id == known && e.ErasedAt == null).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(ct);
        var upper = subject.ToUpperInvariant();
        return (await db.Set<Enquiry>().AsNoTracking().Where(e => e.EmailKey == from.Key).OrderByDescending(e => e.ReceivedAt).Take(50).ToListAsync(ct)).Find(e => upper.Contains(e.Reference, StringComparison.Ordinal))?.Id;
    }

    private Task Add(Guid id, string words, string name, EmailAddress from, string key, CancellationToken ct) => db.Write(async () =>
    {
        var now = clock.GetUtcNow();
        var enquiry = await Handovers.PassToMember.Locked(db, id, ct);
        enquiry.WriteAgain(words, (await OfficeDays.Load(db, ct)).After(now.DateIn(sites.Current.Zone), (await TakeEnquiry.Settings(db, ct)).AnswerDays), now);
        var theirs = from.Key == enquiry.EmailKey;
        db.Add(new EnquiryLine(id, theirs ? LineKind.Asked : LineKind.Mail, words, theirs ? new Actor(null, name) : new Actor(await Known(from, ct), Cut($"{name} ({from.Text})", 300)), now) { MessageKey = key });
        await db.Save(Mailbox, "Take mail", ct);
    }, ct);

    private Task<Guid?> Known(EmailAddress from, CancellationToken ct) => db.Set<Person>().Where(p => p.EmailKey == from.Key).OrderBy(p => p.MergedInto != null).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);

    private static string Subject(string subject) => Cut(Sentences.Clean(subject), Enquiry.MaxSubject) is { Length: > 0 } said ? said : "No subject";

    private static string Words(MimeMessage message)
    {
        var text = message.TextBody ?? (message.HtmlBody is { } html ? PlainText.From(html) : "");
        var clean = new string([.. text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t')]).Trim();
        var files = message.Attachments.Count();
        var note = files == 0 ? "" : $"\n\n[{(files == 1 ? "One attachment stays" : $"{files} attachments stay")} in the mailbox.]";
        return clean.Length == 0 && files == 0 ? "[The letter is empty.]" : Cut(clean, Enquiry.MaxWords - note.Length) + note;
    }

    private static bool IsFromMachine(MimeMessage message) =>
        (message.Headers["Auto-Submitted"] is { } auto && !auto.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || message.Headers["X-Autoreply"] is not null || message.Headers["List-Id"] is not null || message.Headers["Return-Path"]?.Trim() == "<>"
        || message.Headers["Precedence"]?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list"
        || message.Body is MultipartReport || (message.From.Mailboxes.FirstOrDefault()?.Address.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase) ?? false);

    private static string Key(MimeMessage message, byte[] source) => Convert.ToHexStringLower(SHA256.HashData(message.MessageId is { Length: > 0 } id ? System.Text.Encoding.UTF8.GetBytes(id) : source));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most].TrimEnd();
}
