using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox;

/// <summary>Enquiries by their reference, who asked, what was said about them, and which member has them.</summary>
public sealed class SearchedEnquiries(Sites sites) : ISearchable
{
    public string Kind => "enquiry";
    public string Heading => "Enquiries";

    public Guid? Of(Record saved) => saved switch { Enquiry enquiry => enquiry.Id, EnquiryLine line => line.Enquiry, Handover handover => handover.Enquiry, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<Enquiry>().Select(e => e.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var enquiries = await db.Set<Enquiry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct);
        var said = (await db.Set<EnquiryLine>().AsNoTracking().Where(l => ids.Contains(l.Enquiry) && l.Words != "").OrderBy(l => l.At).Select(l => new { l.Enquiry, l.Words }).ToListAsync(ct)).ToLookup(l => l.Enquiry, l => l.Words);
        // The names of those who had it stand in the handovers, where erasing takes them; those in the lines stay out of here.
        var handed = (await db.Set<Handover>().AsNoTracking().Where(h => ids.Contains(h.Enquiry)).Join(db.Set<Organisation>(), h => h.Member, o => o.Id, (h, o) => new { h.Enquiry, h.Name, Member = o.ShortName }).ToListAsync(ct)).ToLookup(h => h.Enquiry, h => $"handed to {h.Name}, {h.Member}");
        return [.. enquiries.Select(e => new SearchWords(e.Id, e.Subject,
            string.Join(" · ", new[] { e.Reference, e.ClosedAs?.Words() ?? e.State.Words(), e.Name, e.Body, e.Email, e.Phone, e.Postcode }.Concat(handed[e.Id]).Concat(said[e.Id].Where(w => w != Enquiry.Forgotten)).Where(w => !string.IsNullOrEmpty(w))),
            $"/desk/enquiries/{e.Id}", e.ReceivedAt.DateIn(sites.Current.Zone)))];
    }
}
