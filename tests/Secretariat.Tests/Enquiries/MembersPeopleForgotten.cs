using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Media;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>People of members who answered an enquiry: erased, or gone from the member.</summary>
public sealed class MembersPeopleForgotten
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_answered_or_settled_for_a_member_and_is_erased_stays_nowhere_by_name_or_address()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        var (lionel, nuala) = (handover.Person!.Value, await network.PersonCalled("Nuala Ferris"));
        await network.In(s => s.GetRequiredService<SettleHandover>().Run(handover.Id, new(Settling.Accept, null), new(nuala, "Nuala Ferris"), network.Now, Ct));
        await network.Settles(handover, new(Settling.Answer, "On Saturdays."));
        (await Kept(network)).ShouldContain("lionel.weir@aldermouth.example");

        await Erase(network, lionel);

        var kept = await Kept(network);
        kept.ShouldNotContain("Lionel");
        kept.ShouldNotContain("lionel.weir");
        kept.ShouldContain("Nuala Ferris");
        await Erase(network, nuala);
        (await Kept(network)).ShouldNotContain("Nuala");
    }

    [Fact]
    public async Task A_PA_who_answered_is_erased_and_the_name_of_whom_they_act_for_stays()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        // By the link in the chief executive's letter, with their own name.
        await network.Settles(handover, new(Settling.Answer, "On Saturdays.", "nuala ferris"));

        await Erase(network, await network.PersonCalled("Nuala Ferris"));

        var kept = await Kept(network);
        kept.ShouldNotContain("nuala", Case.Insensitive);
        kept.ShouldContain("Lionel Weir");
    }

    [Fact]
    public async Task Erasing_the_enquirer_leaves_no_address_to_which_they_replied()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        await network.Settles(await network.HandedOver(enquiry.Id), new(Settling.Answer, "On Saturdays."));

        await network.In(s => ForgetEnquirer.Run(s.GetRequiredService<Secretariat.Platform.Data.Db>(), enquiry.Id, TheNetwork.Staff, network.Now, Ct));

        (await network.Lines(enquiry.Id)).ShouldAllBe(l => l.ReplyTo == null);
    }

    [Theory]
    [InlineData("Maud Osier, chief executive")]
    [InlineData("maud  OSIER")]
    [InlineData("Ms Osier")]
    public async Task Whoever_spoke_to_the_media_is_erased_however_staff_typed_their_name(string typed)
    {
        await using var network = await TheDiary.Begin();
        var maud = await network.PersonCalled("Maud Osier");
        var request = await network.In(s => s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "Floods") { Theme = "flood" }, TheNetwork.Staff, network.Now, Ct));
        var member = await network.Db(db => db.Set<Secretariat.Members.Organisations.Organisation>().Where(o => o.Code == "CRO").Select(o => o.Id).SingleAsync(Ct));
        if (typed.StartsWith("Ms")) await network.Has(new MediaCall(request.Id, member, maud, "Maud Osier", CallResult.Agreed, "staff", network.Now));
        await network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.MemberSpoke, "CRO", typed), TheNetwork.Staff, network.Now, Ct));

        await Erase(network, maud);

        (await network.Db(db => db.Set<MediaRequest>().Select(r => r.Spoke).SingleAsync(Ct))).ShouldBe("somebody there");
    }

    [Fact]
    public async Task What_was_handed_to_somebody_who_has_left_the_member_is_shown_and_reminded_of_to_nobody()
    {
        await using var network = await TheDiary.Begin();
        await network.HandedOver((await network.Asked()).Id);
        using var nuala = await network.ClientOf(await network.PersonCalled("Nuala Ferris"), "Nuala Ferris");
        (await nuala.GetStringAsync("/my/enquiries", Ct)).ShouldContain("A stall on the quay");

        await network.Db(async db =>
        {
            var lionel = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Name == "Lionel Weir", Ct);
            foreach (var position in lionel.Positions) position.End(new DateOnly(2018, 12, 2));
            await db.Save(TheNetwork.Staff, "End positions", Ct);
        });

        (await nuala.GetStringAsync("/my/enquiries", Ct)).ShouldNotContain("A stall on the quay");
        (await nuala.GetStringAsync("/my", Ct)).ShouldNotContain("An enquiry was handed to you");
        await network.MoveTo(new(2018, 12, 11, 12, 0, 0, TimeSpan.Zero));
        (await network.Letters()).ShouldNotContain(l => l.Subject.Contains("An enquiry was handed to you"));
    }

    private static Task Erase(TheNetwork network, Guid person) => network.In(s => s.GetRequiredService<ErasePerson>().Run(person, TheNetwork.Staff, Ct));

    private static Task<string> Kept(TheNetwork network) => network.Db(async db => JsonSerializer.Serialize(new
    {
        Lines = await db.Set<EnquiryLine>().AsNoTracking().ToListAsync(Ct),
        Handovers = await db.Set<Handover>().AsNoTracking().ToListAsync(Ct),
        Audit = await db.Set<AuditEntry>().AsNoTracking().Where(a => db.Set<EnquiryLine>().Any(l => l.Id == a.RecordId) || db.Set<Handover>().Any(h => h.Id == a.RecordId)).Select(a => a.Values).ToListAsync(Ct),
    }));
}
