using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>What somebody asked, known by their address, and what was handed to them. Words of an enquirer are erased with them.</summary>
public sealed class EnquiryPersonalData(Db db, TimeProvider clock) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(Enquiry), typeof(EnquiryLine), typeof(Handover), typeof(EnquiryContact)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct)
    {
        var asked = await Asked(person).AsNoTracking().OrderBy(e => e.ReceivedAt).ToListAsync(ct);
        var ids = asked.Select(e => e.Id).ToList();
        // Notes of staff are about the work; what went to and fro is the person's.
        var lines = (await db.Set<EnquiryLine>().AsNoTracking().Where(l => ids.Contains(l.Enquiry) && l.Kind != LineKind.Note).OrderBy(l => l.At).ToListAsync(ct)).ToLookup(l => l.Enquiry);
        return new Dictionary<string, object?>
        {
            ["enquiries"] = asked.Select(e => new
            {
                e.Reference,
                e.ReceivedAt,
                e.Name,
                e.Email,
                e.Phone,
                e.Body,
                e.Postcode,
                e.Theme,
                e.Subject,
                State = e.ClosedAs?.Words() ?? e.State.Words(),
                Lines = lines[e.Id].Select(l => new { l.At, Kind = l.Kind.ToString(), l.By, l.Words }),
            }).ToList(),
            ["enquiries_handed_to_them"] = await db.Set<Handover>().AsNoTracking().Where(h => h.Person == person).OrderBy(h => h.At).Select(h => new { h.At, State = h.State.ToString(), h.SettledAt }).ToListAsync(ct),
            ["takes_enquiries"] = await db.Set<EnquiryContact>().AsNoTracking().Where(c => c.Person == person).Select(c => c.Member).ToListAsync(ct),
        };
    }

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var enquiry in await Asked(person).ToListAsync(ct)) await ForgetEnquirer.Of(db, enquiry, clock.GetUtcNow(), ct);
        // What they wrote for a member stays, and under whose name does not; the enquirer's replies went to whom it was written to.
        foreach (var line in await db.Set<EnquiryLine>().Where(l => l.Author == person).ToListAsync(ct)) line.ForgetAuthor();
        foreach (var line in await db.Set<EnquiryLine>().Where(l => l.ReplyTo != null && db.Set<Handover>().Any(h => h.Person == person && h.Enquiry == l.Enquiry && h.Member == l.Member)).ToListAsync(ct)) line.ForgetReplyTo();
        foreach (var handover in await db.Set<Handover>().Where(h => h.Person == person || h.Settler == person).ToListAsync(ct)) handover.Forget(person);
        db.RemoveRange(await db.Set<EnquiryContact>().Where(c => c.Person == person).ToListAsync(ct));
    }

    private IQueryable<Enquiry> Asked(Guid person) => db.Set<Enquiry>().Where(e => e.EmailKey != "" && db.Set<Person>().Any(p => p.Id == person && p.EmailKey == e.EmailKey));
}
