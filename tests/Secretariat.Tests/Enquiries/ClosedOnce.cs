using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Numbers;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>The first closing is the one that counts, with whose answer it was.</summary>
public sealed class ClosedOnce
{
    private static readonly DateOnly First = new(2018, 10, 1), Last = new(2018, 12, 31);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thanks_for_an_answer_are_read_by_us_and_change_no_count_nor_whose_answer_it_was()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await AnsweredByAMember(network);
        network.Clock.StopAt(new(2019, 1, 3, 9, 0, 0, TimeSpan.Zero));

        await network.WritesAgain(enquiry, "Thank you!");

        var now = await network.Enquiry(enquiry.Id);
        (now.State, now.ClosedAs, now.WroteAgainAt).ShouldBe((EnquiryState.Closed, EnquiryEnd.AnsweredByMember, network.Now));
        (await Proofs(network)).ShouldHaveSingleItem().ShouldEndWith("answered by Aldermouth on the same day");
        using var staff = await network.ClientAs(Role.Staff);
        foreach (var page in new[] { "/desk", "/desk/enquiries" }) (await staff.GetStringAsync(page, Ct)).ShouldContain("A stall on the quay", customMessage: page);
        await staff.Submit($"/desk/enquiries/{enquiry.Id}", $"/desk/enquiries/{enquiry.Id}?handler=Read");
        foreach (var page in new[] { "/desk", "/desk/enquiries" }) (await staff.GetStringAsync(page, Ct)).ShouldNotContain("A stall on the quay", customMessage: page);
        (await network.Enquiry(enquiry.Id)).AnsweredBy.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_that_is_opened_again_and_closed_next_year_counts_where_it_was_closed_first_and_for_who_answered_it_first()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await AnsweredByAMember(network);
        network.Clock.StopAt(new(2019, 1, 3, 9, 0, 0, TimeSpan.Zero));
        using var staff = await network.ClientAs(Role.Staff);

        await staff.Submit($"/desk/enquiries/{enquiry.Id}", $"/desk/enquiries/{enquiry.Id}?handler=Reopen");
        (await Proofs(network)).ShouldHaveSingleItem();
        await Close(network, enquiry, EnquiryEnd.AnsweredByUs);

        (await Proofs(network)).ShouldHaveSingleItem().ShouldEndWith("answered by Aldermouth on the same day");
        var figures = await network.In(s => s.GetRequiredService<EnquiryNumbers>().Of(First, Last, Ct));
        (figures.Closed, figures.Ends[EnquiryEnd.AnsweredByMember]).ShouldBe((1, 1));
        (await Proofs(network, Last.AddDays(1), Last.AddYears(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_was_closed_by_mistake_counts_from_when_it_really_was_and_as_what_it_was()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await AnsweredByAMember(network);
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/enquiries/{enquiry.Id}", $"/desk/enquiries/{enquiry.Id}?handler=Reopen");
        (await Proofs(network)).ShouldBeEmpty();
        network.Clock.StopAt(new(2018, 12, 20, 9, 0, 0, TimeSpan.Zero));

        await Close(network, enquiry, EnquiryEnd.NotForUs);

        (await Proofs(network)).ShouldHaveSingleItem().ShouldContain("not for us");
        (await network.Enquiry(enquiry.Id)).AnsweredBy.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_of_which_a_member_told_us_settles_its_handover_and_counts_for_it()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        Handover[] handovers = [await network.HandedOver(enquiry.Id), await network.HandedOver(enquiry.Id, "BRK")];

        await Close(network, enquiry, EnquiryEnd.AnsweredByMember, "ALD");

        (await network.Handover(handovers[0].Id)).State.ShouldBe(HandoverState.Answered);
        (await network.Handover(handovers[1].Id)).State.ShouldBe(HandoverState.NotNeeded);
        using var staff = await network.ClientAs(Role.Staff);
        var page = await staff.GetStringAsync("/desk/enquiries/numbers", Ct);
        page.ShouldContain("Aldermouth Chamber: 1 handed over, 1 answered");
        page.ShouldContain("1 closed, 1 came in");
        (await network.Client().GetStringAsync(network.LinkOf(handovers[0], handovers[0].Person!.Value), Ct)).ShouldContain("You answered it");
    }

    private static async Task<Enquiry> AnsweredByAMember(TheNetwork network)
    {
        var enquiry = await network.Asked();
        await network.Settles(await network.HandedOver(enquiry.Id), new(Settling.Answer, "On Saturdays."));
        return enquiry;
    }

    private static Task Close(TheNetwork network, Enquiry enquiry, EnquiryEnd end, string? member = null) =>
        network.In(s => Closing.ByStaff(s.GetRequiredService<Db>(), enquiry.Id, end, member, null, TheNetwork.Staff, network.Now, Ct));

    private static async Task<List<string>> Proofs(TheNetwork network, DateOnly? first = null, DateOnly? last = null) =>
        [.. (await network.In(s => s.GetServices<IEvidence>().OfType<EnquiriesClosed>().Single().Between(first ?? First, last ?? Last, Ct))).Select(p => p.Title)];
}
