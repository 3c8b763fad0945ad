using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Inbox.Public;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>Two presses are one, and words that nobody has seen are not taken as read.</summary>
public sealed class PressedTwice
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_presses_the_form_twice_asks_once_and_whoever_asks_something_else_asks_again()
    {
        await using var network = await TheDiary.Begin();
        var form = Filled(network);

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await network.Client().Submit("/contact", null, form)));

        sent.Select(s => s.Headers.Location?.OriginalString).Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("/contact/sent?number=");
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(1);
        (await network.Letters()).ShouldHaveSingleItem();
        await network.Client().Submit("/contact", null, [.. form.Where(f => f.Name != "Input.Words"), ("Input.Words", "And on Sundays?")]);
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(2);
        await network.Client().Submit("/contact", null, [.. form.Where(f => f.Name != "Input.Postcode"), ("Input.Postcode", "AB1 2CD")]);
        (await network.Db(db => db.Set<Enquiry>().CountAsync(e => e.Postcode == "AB1 2CD", Ct))).ShouldBe(1, "what was forgotten the first time is not lost");
    }

    [Fact]
    public async Task A_call_that_is_typed_in_and_kept_twice_is_one_enquiry()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        var shown = await staff.GetAsync("/desk/enquiries/new", Ct);

        for (var n = 0; n < 2; n++) (await staff.Again(shown, null, ("Input.Name", "Babbage"), ("Input.Phone", "01632 960999"), ("Input.Subject", "Engines"), ("Input.Words", "Who buys them?"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_question_is_not_asked_back_twice_in_a_row()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        Task Asks() => network.In(s => s.GetRequiredService<AnswerEnquiry>().Run(enquiry.Id, "Which quay?", true, TheNetwork.Staff, network.Now, Ct));
        await Asks();

        (await Should.ThrowAsync<RuleBroken>(Asks)).Message.ShouldContain("just this");

        (await network.Letters()).Count(l => l.Subject.StartsWith("A question")).ShouldBe(1);
        network.Clock.StopAt(network.Now.AddHours(1));
        await network.WritesAgain(enquiry, "What do you mean?");
        await Asks();
    }

    [Fact]
    public async Task Words_that_came_in_after_the_page_was_opened_are_not_marked_as_read()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/enquiries/{enquiry.Id}";
        await network.WritesAgain(enquiry, "And on Sundays?");
        var shown = await staff.GetAsync(page, Ct);
        network.Clock.StopAt(network.Now.AddMinutes(1));
        await network.WritesAgain(enquiry, "Or on Mondays?");

        await staff.Again(shown, $"{page}?handler=Read");

        (await network.Enquiry(enquiry.Id)).WroteAgainAt.ShouldNotBeNull();
        (await staff.GetStringAsync(page, Ct)).ShouldContain("Or on Mondays?");
        await staff.Submit(page, $"{page}?handler=Read");
        (await network.Enquiry(enquiry.Id)).WroteAgainAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("answer", "Input.Words=On Saturdays.", EnquiryState.Closed)]
    [InlineData("handover?to=ALD", "Input.Note=A short word.", EnquiryState.HandedOver)]
    [InlineData("close", "Input.End=AnsweredByUs", EnquiryState.Closed)]
    public async Task Nobody_answers_hands_over_or_closes_past_words_that_came_in_meanwhile(string way, string typed, EnquiryState then)
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        using var staff = await network.ClientAs(Role.Staff);
        var shown = await staff.GetAsync($"/desk/enquiries/{enquiry.Id}/{way}", Ct);
        network.Clock.StopAt(network.Now.AddMinutes(1));
        await network.WritesAgain(enquiry, "Or on Mondays?");
        var (name, value) = (typed.Split('=')[0], typed.Split('=')[1]);

        var refused = await staff.Again(shown, null, (name, value));

        var page = await refused.Content.ReadAsStringAsync(Ct);
        page.ShouldContain("New words came in");
        page.ShouldContain("Or on Mondays?");
        (await network.Enquiry(enquiry.Id)).State.ShouldBe(EnquiryState.New);
        (await staff.Again(refused, null, (name, value))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var now = await network.Enquiry(enquiry.Id);
        (now.State, now.WroteAgainAt).ShouldBe((then, null));
    }

    [Fact]
    public async Task A_members_answer_does_not_mark_as_read_what_the_secretariat_has_not_seen()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        network.Clock.StopAt(network.Now.AddMinutes(1));
        await network.WritesAgain(enquiry, "Or on Mondays?");

        await network.Settles(handover, new(Settling.Answer, "On Saturdays."));

        var now = await network.Enquiry(enquiry.Id);
        (now.State, now.WroteAgainAt).ShouldBe((EnquiryState.Closed, network.Now));
    }

    private static (string Name, string Value)[] Filled(TheNetwork network) =>
    [
        ("Input.Name", "Ada Byron"), ("Input.Email", "ada.byron@elsewhere.example"), ("Input.Subject", "A stall on the quay"), ("Input.Words", "May I sell engines there?"),
        ("Input.Stamp", network.Services.GetRequiredService<FormStamp>().At(TimeProvider.System.GetUtcNow().AddMinutes(-1))),
    ];
}
