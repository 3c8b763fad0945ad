using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Inbox.Public;
using Secretariat.Platform.Access;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>From the contact form, and from the telephone, to the inbox.</summary>
public sealed class AskedByTheForm
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_by_the_form_is_told_that_we_have_it_and_staff_find_it_in_the_inbox()
    {
        await using var network = await TheDiary.Begin();
        using var visitor = network.Client();

        var sent = await visitor.Submit("/contact", null, Filled(network));

        var enquiry = await network.Db(db => db.Set<Enquiry>().SingleAsync(Ct));
        sent.Headers.Location!.OriginalString.ShouldBe($"/contact/sent?number={enquiry.Reference}");
        (await visitor.GetStringAsync(sent.Headers.Location.OriginalString, Ct)).ShouldContain(enquiry.Reference);
        (enquiry.State, enquiry.Channel, enquiry.Due, enquiry.Postcode).ShouldBe((EnquiryState.New, EnquiryChannel.Form, new DateOnly(2018, 12, 10), "ZA3 2AB"));
        var letter = (await network.Letters()).ShouldHaveSingleItem();
        letter.To.ShouldBe("ada.byron@elsewhere.example");
        letter.Subject.ShouldBe($"We have your enquiry {enquiry.Reference}");
        letter.Source.ShouldContain("Monday 10 December 2018");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/enquiries", Ct)).ShouldContain("A stall on the quay");
        (await staff.GetStringAsync("/desk", Ct)).ShouldContain("A stall on the quay");
    }

    [Fact]
    public async Task Our_letter_repeats_nothing_that_was_typed_and_goes_to_one_address_three_times_a_day_at_most()
    {
        await using var network = await TheDiary.Begin();
        for (var n = 0; n < 5; n++) await network.Asked(TheInbox.Draft with { Name = "Buy cheap engines now", Subject = "https://engines.example" });

        var letters = await network.Letters();

        letters.Count.ShouldBe(3);
        letters.ShouldAllBe(l => !l.Source.Contains("engines", StringComparison.OrdinalIgnoreCase));
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(5);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var network = await TheDiary.Begin();
        using var visitor = network.Client();

        foreach (var (field, value, says) in new[]
        {
            ("Input.Email", "ada at elsewhere", "is not an e-mail address"), ("Input.Email", "", "Give your e-mail address"), ("Input.Name", " ", "Tell us your name."), ("Input.Words", "", "Write what you want to know."),
            ("Input.Subject", "One\nTwo", "Write this on one line."), ("Input.Theme", "no-such-theme", "Choose one of the subjects"),
        })
        {
            var page = await (await visitor.Submit("/contact", null, [.. Filled(network).Where(f => f.Name != field), (field, value)])).Content.ReadAsStringAsync(Ct);
            page.ShouldContain(says, customMessage: field);
            page.ShouldContain("class=\"field-validation-error\"", customMessage: field);
            if (field != "Input.Words") page.ShouldContain("May I sell engines there?");
        }
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_machine_is_asked_to_press_again_and_what_it_alone_fills_in_is_kept_aside_and_answered_by_nobody()
    {
        await using var network = await TheDiary.Begin();
        using var visitor = network.Client();
        var quick = await visitor.Submit("/contact", null, [.. Filled(network).Where(f => f.Name != "Input.Stamp")]);
        var shown = await quick.Content.ReadAsStringAsync(Ct);
        shown.ShouldContain("press the button once more");
        shown.ShouldContain("May I sell engines there?");
        (await (await visitor.Submit("/contact", null, [.. Filled(network).Where(f => f.Name != "Input.Stamp"), ("Input.Stamp", "made-up")])).Content.ReadAsStringAsync(Ct)).ShouldContain("press the button once more");

        (await visitor.Submit("/contact", null, [.. Filled(network), ("Input.Website", "https://spam.example")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<Enquiry>().Select(e => e.ClosedAs).SingleAsync(Ct))).ShouldBe(EnquiryEnd.Spam);
        (await network.Letters()).ShouldBeEmpty();
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/enquiries", Ct)).ShouldNotContain("A stall on the quay");
        (await staff.GetStringAsync("/desk/enquiries?in=spam", Ct)).ShouldContain("A stall on the quay");
    }

    [Fact]
    public async Task One_address_sends_ten_in_ten_minutes_and_the_eleventh_is_kept_on_the_page()
    {
        await using var network = await TheDiary.Begin();
        using var visitor = network.Client();
        for (var n = 0; n < ContactLimits.FromOne; n++) (await visitor.Submit("/contact", null, Filled(network))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var refused = await visitor.Submit("/contact", null, Filled(network));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var page = await refused.Content.ReadAsStringAsync(Ct);
        page.ShouldContain("try again in ten minutes");
        page.ShouldContain("May I sell engines there?");
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(ContactLimits.FromOne);
    }

    [Fact]
    public async Task A_call_is_typed_in_with_a_telephone_number_alone_and_closed_with_what_was_said()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        (await (await staff.Submit("/desk/enquiries/new", null, ("Input.Name", "Babbage"), ("Input.Subject", "Engines"), ("Input.Words", "Who buys them?"))).Content.ReadAsStringAsync(Ct)).ShouldContain("nobody can answer");
        var taken = await staff.Submit("/desk/enquiries/new", null, ("Input.Name", "Babbage"), ("Input.Phone", "01632 960999"), ("Input.Subject", "Engines"), ("Input.Words", "Who buys them?"));
        var page = taken.Headers.Location!.OriginalString;
        (await staff.GetStringAsync(page, Ct)).ShouldContain("01632 960999");
        (await staff.GetStringAsync($"{page}/answer", Ct)).ShouldContain("There is no e-mail address");

        (await (await staff.Submit($"{page}/close")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say how it ended.");
        (await (await staff.Submit($"{page}/close", null, ("Input.End", "AnsweredByMember"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say which member answered.");
        (await staff.Submit($"{page}/close", null, ("Input.End", "AnsweredByUs"), ("Input.Note", "Told him nobody does."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Letters()).ShouldBeEmpty();
        (await staff.GetStringAsync(page, Ct)).ShouldContain("Told him nobody does.");
        (await staff.GetStringAsync("/desk/enquiries?in=closed", Ct)).ShouldContain("Engines");
    }

    [Fact]
    public async Task The_inbox_is_searched_by_a_word_and_read_page_by_page_without_losing_one()
    {
        await using var network = await TheDiary.Begin();
        for (var n = 0; n < 45; n++) await network.Asked(TheInbox.Draft with { Subject = $"Question {n:D2}", Email = $"someone-{n}@elsewhere.example", Words = n == 7 ? "The Égalité pier" : "Something" });
        using var staff = await network.ClientAs(Role.Staff);

        var first = await staff.GetStringAsync("/desk/enquiries", Ct);
        var next = System.Text.RegularExpressions.Regex.Match(first, "after=([0-9a-f-]{36})").Groups[1].Value;
        var second = await staff.GetStringAsync($"/desk/enquiries?in=new&after={next}", Ct);
        var found = await staff.GetStringAsync("/desk/enquiries?find=egalite", Ct);

        Enumerable.Range(0, 45).Select(n => $"Question {n:D2}").ShouldAllBe(q => first.Contains(q) != second.Contains(q));
        found.ShouldContain("Question 07");
        found.ShouldNotContain("Question 08");
        (await staff.GetStringAsync("/desk/enquiries?find=nowhere-at-all", Ct)).ShouldContain("Nothing here has");
    }

    [Fact]
    public void A_day_that_is_so_many_working_days_later_is_so_many_working_days_later() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 60], Gen.Int[0, 2000].Array[0, 40]).Sample((start, days, off) =>
        {
            var day = new DateOnly(2016, 1, 1).AddDays(start);
            var office = new OfficeDays(off.Select(o => new DateOnly(2016, 1, 1).AddDays(o)).ToHashSet());
            office.Between(day, office.After(day, days)).ShouldBe(days);
        });

    private static (string Name, string Value)[] Filled(TheNetwork network) =>
    [
        ("Input.Name", "Ada Byron"), ("Input.Email", "ada.byron@elsewhere.example"), ("Input.Subject", "A stall on the quay"), ("Input.Words", "May I sell engines there?"),
        ("Input.Postcode", "ZA3 2AB"), ("Input.Theme", "high-streets"), ("Input.Stamp", network.Services.GetRequiredService<FormStamp>().At(TimeProvider.System.GetUtcNow().AddMinutes(-1))),
    ];
}
