using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Closing an enquiry: whoever still has it is told so where they look for it.</summary>
internal static class Closing
{
    public static async Task Close(Db db, Enquiry enquiry, EnquiryEnd end, Guid? member, DateTimeOffset now, CancellationToken ct)
    {
        enquiry.Close(end, now, member);
        foreach (var handover in await db.Set<Handover>().Where(h => h.Enquiry == enquiry.Id).ToListAsync(ct))
        {
            // The answer of which it told us is its answer.
            if (handover.Member == member) handover.AnsweredElsewhere(now);
            else handover.Release(now);
        }
    }

    /// <summary>Closed without a letter: it was said on the telephone, or there is nothing to say.</summary>
    public static Task ByStaff(Db db, Guid id, EnquiryEnd end, string? code, string? note, Actor by, DateTimeOffset now, CancellationToken ct, int? seen = null) => db.Write(async () =>
    {
        var enquiry = await PassToMember.Locked(db, id, ct);
        await NewWords.Read(db, enquiry, seen, ct);
        var member = end == EnquiryEnd.AnsweredByMember ? await db.Set<Organisation>().Where(o => o.Code == code && o.Kind == OrganisationKind.Member).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct) : null;
        await Close(db, enquiry, end, member, now, ct);
        db.Add(new EnquiryLine(id, LineKind.Closed, Typed.Text(note, Enquiry.MaxReason, "Note") ?? "", by, now) { Member = member });
        await db.Save(by, "Close enquiry", ct);
    }, ct);
}
