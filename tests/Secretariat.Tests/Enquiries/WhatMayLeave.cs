using Secretariat.Agreements.Rounds;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Media;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>What goes to an enquirer and to a member, under holds and beside open rounds, and that pages say what is so.</summary>
public sealed class WhatMayLeave
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hold_on_everything_keeps_handovers_and_answers_back_and_lets_acknowledgements_go()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(Hold.On(Hold.Everything, "Mourning", network.Now.AddDays(-1), network.Now.AddDays(2)));
        var enquiry = await network.Asked();
        await network.Settles(await network.HandedOver(enquiry.Id), new(Settling.Answer, "On Saturdays."));

        (await network.Letters()).ShouldHaveSingleItem().Subject.ShouldStartWith("We have your enquiry");

        await network.MoveTo(network.Now.AddDays(2));
        (await network.Letters()).Select(l => l.To).Distinct().Count().ShouldBe(3);
        (await network.Letters()).ShouldContain(l => l.Subject.Contains("answers your enquiry"));
    }

    [Fact]
    public async Task Staff_are_told_that_a_letter_waits_for_the_end_of_a_hold()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(Hold.On(Hold.Everything, "Mourning", network.Now.AddDays(-1), network.Now.AddDays(2)));
        var enquiry = await network.Asked();
        using var staff = await network.ClientAs(Role.Staff);

        await staff.Submit($"/desk/enquiries/{enquiry.Id}/answer", null, ("Input.Words", "On Saturdays."));

        (await staff.GetStringAsync($"/desk/enquiries/{enquiry.Id}", Ct)).ShouldContain("waits for the end of a hold");
    }

    [Fact]
    public async Task A_hold_on_a_theme_or_a_member_does_not_stop_the_answer_to_a_person_who_asked()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(Hold.On("theme:high-streets", "The minister is to speak", network.Now.AddDays(-1), null), Hold.On("member:ALD", "An inquiry", network.Now.AddDays(-1), null));
        var enquiry = await network.Asked();

        await network.Settles(await network.HandedOver(enquiry.Id), new(Settling.Answer, "On Saturdays."));

        (await network.Letters()).ShouldContain(l => l.Subject.Contains("answers your enquiry"));
    }

    [Theory]
    [InlineData("theme:export")]
    [InlineData("member:BRK")]
    public async Task A_hold_on_a_theme_or_a_member_is_said_beside_a_media_request_about_it(string scope)
    {
        await using var network = await TheDiary.Begin();
        await network.Has(Hold.On(scope, "The minister is to speak", network.Now.AddDays(-1), null));
        var media = async (string theme) => (await network.In(s => s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "Sales") { Theme = theme }, TheNetwork.Staff, network.Now, Ct))).Id;
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/media/{await media("export")}", Ct)).ShouldContain("The minister is to speak");
        if (scope.StartsWith("theme")) (await staff.GetStringAsync($"/desk/media/{await media("flood")}", Ct)).ShouldNotContain("The minister is to speak");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_leave_as_a_members_answer_and_the_try_is_noted()
    {
        await using var network = await TheDiary.Begin();
        const string Text = "Members want longer transport funding from this year on, for every harbour.";
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree?", "collective-agreement", RoundText.Written("Harbours", Text, []), Text, network.Now.AddDays(7)));
        var handover = await network.HandedOver((await network.Asked()).Id);
        using var browser = network.Client();

        var refused = await browser.Submit(network.LinkOf(handover, handover.Person!.Value), null, ("Input.How", "Answer"), ("Input.Words", $"You ask what we think. {Text}"));

        (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("in a letter of your own");
        (await network.Handover(handover.Id)).State.ShouldBe(HandoverState.Asked);
        (await network.Refusals()).ShouldHaveSingleItem();
        await Should.ThrowAsync<RuleBroken>(() => network.Settles(handover, new(Settling.Answer, "Yes.", Text)));
    }

    [Fact]
    public async Task The_handover_page_shows_all_that_goes_and_says_that_later_words_go_too()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        network.Clock.StopAt(network.Now.AddMinutes(1));
        await network.WritesAgain(enquiry, "My number is 01632 960123.");
        using var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync($"/desk/enquiries/{enquiry.Id}/handover?to=ALD", Ct);

        page.ShouldContain("May I sell engines there?");
        page.ShouldContain("My number is 01632 960123.");
        page.ShouldContain("what they write later");
    }

    [Fact]
    public async Task Nobody_is_said_to_be_told_who_cannot_be_written_to()
    {
        await using var network = await TheDiary.Begin();
        var caller = await network.Asked(TheInbox.Draft with { Email = null, Phone = "01632 960999" }, EnquiryChannel.Call);
        var handover = await network.HandedOver(caller.Id);

        (await network.Letters()).ShouldAllBe(l => !l.Source.Contains("They know that it is with you"));
        (await network.Client().GetStringAsync(network.LinkOf(handover, handover.Person!.Value), Ct)).ShouldNotContain("They are told so");
        (await network.Client().GetStringAsync("/contact/sent?number=K7Q2-9MWD", Ct)).ShouldNotContain("You get a letter");
        await network.In(s => Closing.ByStaff(s.GetRequiredService<Db>(), caller.Id, EnquiryEnd.NotForUs, null, null, TheNetwork.Staff, network.Now, Ct));
        (await Should.ThrowAsync<RuleBroken>(() => network.HandedOver(caller.Id, "BRK"))).Message.ShouldNotContain("2018");
    }
}
