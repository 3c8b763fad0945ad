using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations;

/// <summary>Notes what a member itself sent: reported by the member, or written down by staff for it.</summary>
public sealed class ReportSubmission(Db db, Sites sites)
{
    /// <param name="person">Of the member; null when staff write it down.</param>
    public Task<Submission> Run(Guid consultation, Guid member, SubmissionDraft draft, Guid? person, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (!await db.Set<Organisation>().AnyAsync(o => o.Id == member && o.Kind == OrganisationKind.Member, ct)) throw new RuleBroken("Choose the member that sent it.", "Member");
        if (!await db.Set<Consultation>().AnyAsync(c => c.Id == consultation && c.Kind == ConsultationKind.Consultation, ct)) throw new RuleBroken("Members’ own answers stand beside a consultation, not beside a report.");
        var sent = new Submission(consultation, member, draft, person, by.Name, now.DateIn(sites.Current.Zone), now);
        if (await db.Set<Submission>().FirstOrDefaultAsync(s => s.Consultation == consultation && s.Member == member && s.Title == sent.Title && s.TakenOutAt == null, ct) is { } there)
            return there.IsSame(sent) ? there : throw new RuleBroken($"“{sent.Title}” stands there already, with another day, place or circle of readers. Take that one out first, or give this one another line.", "Title");
        db.Add(sent);
        await db.Save(by, "Report submission", ct);
        return sent;
    }, ct);

    public async Task TakeOut(Submission submission, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        submission.TakeOut(now);
        await db.Save(by, "Take submission out", ct);
    }
}
