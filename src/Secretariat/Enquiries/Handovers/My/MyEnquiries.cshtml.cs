using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers.My;

/// <summary>The enquiries handed to somebody, and for a PA to those they act for.</summary>
public sealed class MyEnquiriesModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int Shown = 100;

    public sealed record Row(Handover Of, Enquiry Enquiry, string Member);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IEnumerable<(string Title, IReadOnlyList<Row> Rows)> Parts => [("To settle", [.. Rows.Where(Open).OrderBy(r => r.Of.Due)]), ("Settled", [.. Rows.Where(r => !Open(r))])];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var voices = (await ActingPas.Voices(db, User.PersonId()!.Value, today, ct)).ToList();
        Rows = await (from handover in db.Set<Handover>().AsNoTracking().StillTheirs(db, today)
                      join record in db.Set<Person>() on handover.Person equals record.Id
                      where voices.Contains(record.Id) || voices.Contains(record.Canonical)
                      join enquiry in db.Set<Enquiry>() on handover.Enquiry equals enquiry.Id
                      join member in db.Set<Organisation>() on handover.Member equals member.Id
                      orderby handover.At descending, handover.Id
                      select new Row(handover, enquiry, member.ShortName)).Take(Shown).ToListAsync(ct);
    }

    private static bool Open(Row row) => row.Enquiry.IsOpen && row.Of.CanBeSettled;
}
