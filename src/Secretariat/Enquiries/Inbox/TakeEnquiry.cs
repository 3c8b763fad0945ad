using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Letters;
using Secretariat.Enquiries.Pack;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Takes in what somebody asks, however it came, and tells them that we have it.</summary>
public sealed class TakeEnquiry(Db db, EnquirerPost post, Sites sites)
{
    /// <summary>Whoever types another's address into the form again and again does not make us write to it each time.</summary>
    private const int LettersADay = 3;

    /// <param name="tell">Whether the enquirer gets a letter; a caller who was answered at once needs none.</param>
    /// <param name="spam">It is kept aside and answered by nobody, unless somebody sees that it is none.</param>
    public async Task<Enquiry> Run(EnquiryDraft draft, EnquiryChannel channel, Actor by, DateTimeOffset now, CancellationToken ct, bool tell = true, bool spam = false, string? message = null)
    {
        try
        {
            return await Take(draft, channel, by, now, ct, tell, spam, message);
        }
        catch (DbUpdateException) when (draft.FormKey is not null)
        {
            // Of two presses at the same instant the other was first.
            db.ChangeTracker.Clear();
            if (await Known(draft, ct) is { } there) return there;
            throw;
        }
    }

    private Task<Enquiry> Take(EnquiryDraft draft, EnquiryChannel channel, Actor by, DateTimeOffset now, CancellationToken ct, bool tell, bool spam, string? message) => db.Write(async () =>
    {
        if (await Known(draft, ct) is { } there) return there;
        if (draft.Theme is { Length: > 0 } theme && !await db.Set<Theme>().AnyAsync(t => t.Code == theme, ct)) throw new RuleBroken("Choose one of the subjects, or none.", "Theme");
        var settings = await Settings(db, ct);
        var enquiry = new Enquiry(draft, channel, (await OfficeDays.Load(db, ct)).After(now.DateIn(sites.Current.Zone), settings.AnswerDays), now);
        db.Add(enquiry);
        db.Add(new EnquiryLine(enquiry.Id, LineKind.Asked, Typed.Text(draft.Words, Enquiry.MaxWords, "Words")!, enquiry.Name, now) { MessageKey = message });
        if (spam) enquiry.Close(EnquiryEnd.Spam, now);
        else if (tell && enquiry.CanBeWrittenTo && await Lately(enquiry.EmailKey, now, ct) < LettersADay)
            post.Write(enquiry, new(enquiry.Id, LineKind.Acknowledged, "", by, now));
        await db.Save(by, "Take enquiry", ct);
        return enquiry;
    }, ct);

    internal static async Task<EnquirySettings> Settings(Db db, CancellationToken ct) => await db.Set<EnquirySettings>().AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync(ct) ?? new EnquirySettings();

    private async Task<Enquiry?> Known(EnquiryDraft draft, CancellationToken ct) => draft.FormKey is null ? null : await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.FormKey == draft.FormKey, ct);

    private Task<int> Lately(string key, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return db.Set<Enquiry>().CountAsync(e => e.EmailKey == key && e.ReceivedAt > since && e.ClosedAs != EnquiryEnd.Spam, ct);
    }
}
