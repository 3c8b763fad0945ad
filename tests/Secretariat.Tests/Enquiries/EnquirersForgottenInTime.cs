using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>Who asked is kept no longer than the form said.</summary>
public sealed class EnquirersForgottenInTime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_months_after_it_was_closed_nothing_says_who_asked_and_the_enquiry_still_counts()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await Answered(network);

        await network.MoveTo(network.Now.AddMonths(12).AddDays(-1));
        (await network.Enquiry(enquiry.Id)).Name.ShouldBe("Ada Byron");
        await network.MoveTo(network.Now.AddDays(2));

        await Gone(network, enquiry.Id);
        var kept = await network.Enquiry(enquiry.Id);
        (kept.State, kept.ClosedAs, kept.Postcode, kept.Theme).ShouldBe((EnquiryState.Closed, EnquiryEnd.AnsweredByMember, "ZA3", "high-streets"));
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/enquiries/{enquiry.Id}", Ct)).ShouldContain("as the form said");
    }

    [Fact]
    public async Task Whoever_wants_it_sooner_is_erased_at_once_by_staff()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await Answered(network);
        using var staff = await network.ClientAs(Role.Staff);

        await staff.Submit($"/desk/enquiries/{enquiry.Id}/erase");

        await Gone(network, enquiry.Id);
    }

    [Fact]
    public async Task Erasing_a_person_erases_what_they_asked_and_an_export_has_it_before()
    {
        await using var network = await TheDiary.Begin();
        var ada = new Person("Ada Byron", "ADA.byron@elsewhere.example");
        await network.Has(ada);
        var enquiry = await Answered(network);

        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<EnquiryPersonalData>().Single().Export(ada.Id, Ct));
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(ada.Id, TheNetwork.Staff, Ct));

        System.Text.Json.JsonSerializer.Serialize(held["enquiries"]).ShouldContain("May I sell engines there?");
        await Gone(network, enquiry.Id);
    }

    private static async Task<Enquiry> Answered(TheNetwork network)
    {
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        await network.Settles(handover, new(Secretariat.Enquiries.Handovers.Settling.Answer, "Dear Ada Byron, on Saturdays."));
        await network.Letters();
        return enquiry;
    }

    private static async Task Gone(TheNetwork network, Guid enquiry)
    {
        var rows = await network.Db(async db => System.Text.Json.JsonSerializer.Serialize(new
        {
            Enquiry = await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == enquiry, Ct),
            Lines = await db.Set<EnquiryLine>().AsNoTracking().ToListAsync(Ct),
            Letters = await db.Set<Delivery>().AsNoTracking().Select(d => new { d.Address, d.AddressKey, d.Merge }).ToListAsync(Ct),
            Titles = await db.Set<Batch>().AsNoTracking().Select(b => new { b.Title, b.Content }).ToListAsync(Ct),
            Kept = (await db.Set<MailboxLetter>().AsNoTracking().ToListAsync(Ct)).Select(l => l.To + System.Text.Encoding.UTF8.GetString(l.Read())).ToList(),
            Audit = await db.Set<AuditEntry>().AsNoTracking().Where(a => a.RecordId == enquiry || db.Set<EnquiryLine>().Any(l => l.Id == a.RecordId)).Select(a => a.Values).ToListAsync(Ct),
        }));
        foreach (var trace in new[] { "Byron", "engines", "ZA3 2AB", "Saturdays" }) rows.ShouldNotContain(trace, Case.Insensitive);
    }
}
