using System.Net;
using Secretariat.Agreements.Rounds;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>From the member that covers the place to the answer.</summary>
public sealed class HandedToAMember
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_postcode_suggests_its_member_a_part_that_differs_none_and_two_that_overlap_both()
    {
        await using var network = await TheDiary.Begin();
        var sure = await network.Asked();
        var split = await network.Asked(TheInbox.Draft with { Postcode = "Middleford" });
        var none = await network.Asked(TheInbox.Draft with { Postcode = null });
        using var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync($"/desk/enquiries/{sure.Id}", Ct);
        page.ShouldContain("Hand over to Aldermouth");
        page.ShouldContain("Lionel Weir, chief executive");
        var unsure = await staff.GetStringAsync($"/desk/enquiries/{split.Id}", Ct);
        unsure.ShouldContain("Type a whole postcode");
        unsure.ShouldNotContain("Hand over to ");
        (await staff.GetStringAsync($"/desk/enquiries/{none.Id}", Ct)).ShouldContain("They gave no place.");

        await using var england = await TheNetwork.Begin(Path.Combine(Architecture.Rules.Root(), "packs/lep-network"));
        var overlap = await england.Asked(TheInbox.Draft with { Postcode = "AL4 8HE", Theme = "skills" });
        var whose = await england.In(s => s.GetRequiredService<WhoseIsIt>().Of(overlap, new DateOnly(2017, 10, 16), Ct));
        whose.Members.Count.ShouldBe(2);
        whose.Members.ShouldAllBe(m => m.To != null);
        whose.Members.ShouldContain(m => m.Works.Count > 0);
    }

    [Fact]
    public async Task A_handover_writes_to_the_chief_executive_their_PA_and_the_enquirer_and_holds_back_who_asked()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/enquiries/{enquiry.Id}/handover?to=ALD", Ct)).ShouldContain("This is personal data.");

        (await staff.Submit($"/desk/enquiries/{enquiry.Id}/handover?to=ALD", null, ("Input.Note", "A short word would do."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var letters = (await network.Letters()).Where(l => !l.Subject.StartsWith("We have")).ToList();
        letters.Select(l => l.To).ShouldBe(["lionel.weir@aldermouth.example", "nuala.ferris@aldermouth.example", "ada.byron@elsewhere.example"], ignoreOrder: true);
        letters.Where(l => l.To.EndsWith("aldermouth.example")).ShouldAllBe(l => !l.Source.Contains("Ada") && !l.Source.Contains("engines") && l.Subject == "An enquiry for you: High streets");
        var told = letters.Single(l => l.To.StartsWith("ada"));
        told.Subject.ShouldBe($"Your enquiry {enquiry.Reference} is with Aldermouth Chamber");
        told.Source.ShouldContain("/members/ALD");
        var now = await network.Enquiry(enquiry.Id);
        (now.State, now.Due).ShouldBe((EnquiryState.HandedOver, new DateOnly(2018, 12, 10)));
        (await (await staff.Submit($"/desk/enquiries/{enquiry.Id}/handover?to=ALD")).Content.ReadAsStringAsync(Ct)).ShouldContain("has it already");
    }

    [Fact]
    public async Task The_signed_link_only_shows_and_its_button_answers_the_enquirer_in_the_members_name_once()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        var link = network.LinkOf(handover, handover.Person!.Value);
        using var browser = network.Client();

        (await browser.GetStringAsync(link, Ct)).ShouldContain("May I sell engines there?");
        (await network.Handover(handover.Id)).State.ShouldBe(HandoverState.Asked);
        (await (await browser.Submit(link)).Content.ReadAsStringAsync(Ct)).ShouldContain("Choose what becomes of it.");
        (await (await browser.Submit(link, null, ("Input.How", "Answer"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Write your answer");
        (await browser.Submit(link, null, ("Input.How", "Answer"), ("Input.Words", "Every Saturday, at the north steps."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var closed = await network.Enquiry(enquiry.Id);
        (closed.State, closed.ClosedAs, closed.AnsweredBy).ShouldBe((EnquiryState.Closed, EnquiryEnd.AnsweredByMember, handover.Member));
        var answers = (await network.Letters()).Where(l => l.Subject.StartsWith("Aldermouth Chamber answers")).ToList();
        answers.ShouldHaveSingleItem().To.ShouldBe("ada.byron@elsewhere.example");
        answers[0].Source.ShouldContain("north steps");
        answers[0].Source.ShouldContain("Reply-To: lionel.weir@aldermouth.example");
        (await browser.GetStringAsync(link, Ct)).ShouldContain("Answered by Lionel Weir.");
        (await browser.GetAsync(link[..^3] + "xyz", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_members_that_answer_at_once_one_does_and_the_other_is_thanked()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        Handover[] handovers = [await network.HandedOver(enquiry.Id), await network.HandedOver(enquiry.Id, "BRK")];

        var answered = await Task.WhenAll(handovers.Select(async h =>
        {
            try
            {
                await network.Settles(h, new Settled(Settling.Answer, "We can tell you."));
                return true;
            }
            catch (Secretariat.Platform.Data.RuleBroken no)
            {
                no.Message.ShouldContain("settled already");
                return false;
            }
        }));

        answered.Count(a => a).ShouldBe(1);
        (await network.Letters()).Count(l => l.Subject.Contains("answers your enquiry")).ShouldBe(1);
        var states = await Task.WhenAll(handovers.Select(async h => (await network.Handover(h.Id)).State));
        states.ShouldBe([HandoverState.Answered, HandoverState.NotNeeded], ignoreOrder: true);
        using var browser = network.Client();
        var other = handovers[Array.IndexOf(states, HandoverState.NotNeeded)];
        var page = await browser.GetStringAsync(network.LinkOf(other, other.Person!.Value), Ct);
        page.ShouldContain("nothing more is needed of you");
        page.ShouldNotContain("Ada Byron");
    }

    [Fact]
    public async Task What_is_handed_back_is_ours_again_with_the_reason_and_the_enquirer_hears_nothing_of_it()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        using var browser = network.Client();
        var link = network.LinkOf(handover, handover.Person!.Value);
        (await (await browser.Submit(link, null, ("Input.How", "HandBack"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it is not for you");
        var before = (await network.Letters()).Count;

        (await browser.Submit(link, null, ("Input.How", "HandBack"), ("Input.Reason", "The quay is Brackwater’s."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var back = await network.Enquiry(enquiry.Id);
        (back.State, back.Due).ShouldBe((EnquiryState.New, new DateOnly(2018, 12, 3)));
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/enquiries/{enquiry.Id}", Ct)).ShouldContain("The quay is Brackwater");
        (await network.Letters()).Count.ShouldBe(before);
        (await browser.GetStringAsync(link, Ct)).ShouldNotContain("Ada Byron");
    }

    [Fact]
    public async Task We_are_dealing_with_them_already_closes_it_and_the_enquirer_is_told()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);

        await network.Settles(handover, new Settled(Settling.AlreadyDealing, null));

        (await network.Enquiry(enquiry.Id)).ClosedAs.ShouldBe(EnquiryEnd.AnsweredByMember);
        (await network.Letters()).ShouldContain(l => l.To.StartsWith("ada") && l.Subject.StartsWith("Aldermouth Chamber has your enquiry"));
    }

    [Fact]
    public async Task A_PA_settles_for_whom_they_act_and_nobody_else_finds_it()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        using var nuala = await network.ClientOf(await network.PersonCalled("Nuala Ferris"), "Nuala Ferris");
        using var percy = await network.ClientOf(await network.PersonCalled("Percy Teal"), "Percy Teal");

        (await nuala.GetStringAsync("/my/enquiries", Ct)).ShouldContain("A stall on the quay");
        (await nuala.GetStringAsync("/my", Ct)).ShouldContain("An enquiry was handed to you");
        (await percy.GetAsync($"/my/enquiries/{handover.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Client().GetAsync(network.LinkOf(handover, await network.PersonCalled("Percy Teal")), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nuala.Submit($"/my/enquiries/{handover.Id}", null, ("Input.How", "Accept"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var taken = await network.Handover(handover.Id);
        (taken.State, taken.SettledBy).ShouldBe((HandoverState.Accepted, "Nuala Ferris"));
    }

    [Fact]
    public async Task What_nobody_settles_is_reminded_of_once_and_comes_back_by_itself_and_a_late_answer_is_welcome()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);

        await network.MoveTo(new(2018, 12, 11, 6, 0, 0, TimeSpan.Zero));
        (await network.Enquiry(enquiry.Id)).State.ShouldBe(EnquiryState.HandedOver);
        await network.MoveTo(new(2018, 12, 11, 12, 0, 0, TimeSpan.Zero));

        var back = await network.Enquiry(enquiry.Id);
        (back.State, back.Due).ShouldBe((EnquiryState.New, new DateOnly(2018, 12, 11)));
        var reminders = (await network.Letters()).Where(l => l.Subject.Contains("An enquiry was handed to you")).ToList();
        reminders.Select(l => l.To).ShouldBe(["lionel.weir@aldermouth.example", "nuala.ferris@aldermouth.example"], ignoreOrder: true);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk", Ct)).ShouldContain("A stall on the quay");

        await network.MoveTo(new(2019, 1, 20, 12, 0, 0, TimeSpan.Zero));
        (await network.Letters()).Count(l => l.Subject.Contains("An enquiry was handed to you")).ShouldBe(2);
        await network.Settles(handover, new Settled(Settling.Answer, "Sorry, on Saturdays."));
        (await network.Enquiry(enquiry.Id)).ClosedAs.ShouldBe(EnquiryEnd.AnsweredByMember);
    }

    [Fact]
    public async Task Who_takes_enquiries_is_chosen_and_another_members_people_cannot_be()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        var (maud, percy) = (await network.PersonCalled("Maud Osier"), await network.PersonCalled("Percy Teal"));

        (await (await staff.Forge("/desk/enquiries/contacts", "/desk/enquiries/contacts", ("member", "CRO"), ("person", percy.ToString()))).Content.ReadAsStringAsync(Ct)).ShouldContain("Choose somebody who holds a position at Crossmere");
        (await staff.Forge("/desk/enquiries/contacts", "/desk/enquiries/contacts", ("member", "CRO"), ("person", maud.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.HandedOver((await network.Asked()).Id, "CRO")).Person.ShouldBe(maud);
    }

    [Fact]
    public async Task The_secretariat_answers_with_facts_and_not_with_words_that_were_put_to_members()
    {
        await using var network = await TheDiary.Begin();
        const string Text = "Members want longer transport funding from this year on, for every harbour.";
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree?", "collective-agreement", RoundText.Written("Harbours", Text, []), Text, network.Now.AddDays(7)));
        var enquiry = await network.Asked();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/enquiries/{enquiry.Id}/answer";

        (await (await staff.Submit(page, null, ("Input.Words", $"You ask what we think. {Text}"))).Content.ReadAsStringAsync(Ct)).ShouldContain("were put to members in the round");
        (await network.Enquiry(enquiry.Id)).State.ShouldBe(EnquiryState.New);
        (await staff.Submit(page, null, ("Input.Words", "Which quay do you mean?"), ("Input.AsksBack", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Enquiry(enquiry.Id)).State.ShouldBe(EnquiryState.Waiting);
        (await staff.Submit(page, null, ("Input.Words", "The harbour master rents out stalls."), ("Input.AsksBack", "false"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Enquiry(enquiry.Id)).ClosedAs.ShouldBe(EnquiryEnd.AnsweredByUs);
        (await network.Letters()).Where(l => l.To.StartsWith("ada")).Select(l => l.Subject[..9]).ShouldBe(["We have y", "A questio", "Answer to"], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_was_handed_something_is_exported_and_erased_and_the_enquiry_stays()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        var lionel = handover.Person!.Value;

        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<EnquiryPersonalData>().Single().Export(lionel, Ct));
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(lionel, TheNetwork.Staff, Ct));

        ((System.Collections.ICollection)held["enquiries_handed_to_them"]!).Count.ShouldBe(1);
        (await network.Handover(handover.Id)).Name.ShouldBe(Handover.Former);
    }
}
