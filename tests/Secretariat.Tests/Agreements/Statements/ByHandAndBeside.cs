using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing;
using Secretariat.Tests.Publishing.Statements;

namespace Secretariat.Tests.Agreements.Statements;

/// <summary>What is carried out by hand, its receipt, and the paragraphs that stand beside a text.</summary>
public sealed class ByHandAndBeside
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sealed_file_of_which_nothing_came_is_not_given_out_any_more()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        using var staff = await network.ClientAs(Role.Staff);
        var release = await TakeOut(network, mandate);
        using var said = await staff.Submit($"/desk/releases/{release.Id}", $"/desk/releases/{release.Id}?handler=nothing", ("Input.Why", "The portal was shut."));
        said.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Dissents(mandate, 5, "We would rather have trams.");

        foreach (var file in new[] { "sealed", "readable" })
        {
            using var answer = await staff.GetAsync($"/desk/releases/{release.Id}?handler={file}", Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Its file is given out no more");
        }
    }

    [Theory]
    [InlineData(Hold.Everything)]
    [InlineData("theme:transport")]
    [InlineData("member:M01")]
    public async Task A_hold_stops_what_goes_by_hand_and_says_why(string scope)
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var item = await network.TakesIn(mandate.Id);
        await network.Db(db => db.Write(() => db.Set<Item>().Where(i => i.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Theme, "transport"), Ct), Ct));
        var hold = Hold.On(scope, "An election is near", network.Now.AddDays(-1), network.Now.AddDays(30));
        await network.Has(Hold.On("member:X9", "Not about this", network.Now.AddDays(-1), null), hold);

        (await Should.ThrowAsync<RuleBroken>(() => TakeOut(network, mandate))).Message.ShouldContain("An election is near");
        (await network.Releases()).ShouldBeEmpty();

        await network.Db(async db =>
        {
            (await db.Set<Hold>().SingleAsync(h => h.Id == hold.Id, Ct)).Lift(network.Now);
            await db.Save(TheNetwork.Staff, "Lift hold", Ct);
        });
        (await TakeOut(network, mandate)).AwaitsReceipt.ShouldBeTrue();
    }

    [Fact]
    public void A_receipt_is_given_once_and_so_is_the_word_that_nothing_left()
    {
        var today = Mandated.Today;
        Release Made() => new(new Statement(Asked.Draft().Text).Release(Mandated.Of(4, 4).Mandate, today), ReleaseChannel.Portal, "The Treasury", null, TheNetwork.Staff, Asked.Closes);
        var (kept, nothing) = (Made(), Made());
        kept.HandIn(today, "Reference 1", null, today, today);
        nothing.ComeToNothing("The portal was shut.");

        Should.Throw<RuleBroken>(() => kept.HandIn(today, "Reference 2", null, today, today)).Message.ShouldContain("is here already");
        Should.Throw<RuleBroken>(() => nothing.ComeToNothing("Another reason.")).Message.ShouldContain("said already");

        (kept.Receipt, nothing.CameToNothing).ShouldBe(("Reference 1", "The portal was shut."));
    }

    [Fact]
    public async Task The_same_paragraph_again_holds_nothing_up()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        await network.Dissents(mandate, 5, "We would rather have trams.");
        var (edition, _) = await network.Scheduled(mandate);

        await network.Dissents(mandate, 5, " We would rather have trams.\n");

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Scheduled);
    }

    [Fact]
    public async Task A_paragraph_is_taken_for_three_days_so_that_nobody_holds_a_text_up_for_ever()
    {
        await using var network = await Asked.Network(8);
        var mandate = await network.HasMandate(6, 2);
        var round = await network.Round(mandate.Round);
        using var phone = network.Client();
        using var staff = await network.ClientAs(Role.Staff);
        async Task<string> Page(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page, Ct));

        // Given on Monday 23 October a minute after nine.
        const string Until = "until Thursday 26 October 2017";
        (await Page(phone, await network.LinkOf(round, 7))).ShouldContain(Until);
        (await Page(staff, $"/desk/mandates/{mandate.Id}")).ShouldContain(Until);
        (await Page(staff, $"/desk/mandates/{mandate.Id}/dissent?elector={(await network.Asks(round, 7)).Elector.Id}")).ShouldContain(Until);
        await network.MoveTo(mandate.GivenAt.AddHours(72));
        await network.Dissents(mandate, 7, "We would rather have trams.");
        await network.MoveTo(network.Now.AddMinutes(1));

        foreach (var member in new[] { 7, 8 })
        {
            (await Should.ThrowAsync<RuleBroken>(() => network.Dissents(mandate, member, "We would rather have ferries."))).Message.ShouldContain("72 hours");
            var page = await Page(phone, await network.LinkOf(round, member));
            page.ShouldContain("The time for paragraphs is over");
            page.ShouldNotContain("Put it under the text");
        }
        (await network.Again(mandate)).Dissents.ShouldHaveSingleItem().Text.ShouldBe("We would rather have trams.");
        (await Page(staff, $"/desk/mandates/{mandate.Id}")).ShouldNotContain("/dissent?elector=");
    }

    [Theory]
    [InlineData(null, null, 0)]
    [InlineData("A PA", null, 1)]
    [InlineData(null, "Rang at ten.", 1)]
    public async Task Who_is_answered_for_is_told_which_paragraph_was_put_out_in_their_name(string? through, string? evidence, int letters)
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        var (elector, chair) = await network.Asks(await network.Round(mandate.Round), 5);
        var how = evidence is null ? new Dissenting(chair.Id, "", "", AnswerWay.Link) { Through = through } : new Dissenting(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = TheNetwork.Staff, Evidence = evidence };

        await network.In(s => s.GetRequiredService<AddDissent>().Run(mandate.Id, elector.Id, chair.Id, "We would rather have trams.", how, network.Now, Ct));
        await network.Drain();

        var told = await network.Db(db => db.Set<MailboxLetter>().AsNoTracking().Where(l => db.Set<Delivery>().Any(d => d.Id == l.Delivery && db.Set<Batch>().Any(b => b.Id == d.Batch && b.Class == ParagraphRecorded.ClassName))).ToListAsync(Ct));
        told.Count.ShouldBe(letters);
        foreach (var letter in told)
        {
            letter.To.ShouldBe(chair.Email);
            var text = MimeKit.MimeMessage.Load(new MemoryStream(letter.Read()), Ct).TextBody!;
            text.ShouldContain("We would rather have trams.");
            text.ShouldContain(through ?? evidence!);
            text.ShouldContain("until Thursday 26 October 2017");
        }
    }

    private static Task<Release> TakeOut(TheNetwork network, Mandate mandate) => network.In(s =>
        s.GetRequiredService<TakeOutStatement>().Run(mandate.Id, ReleaseChannel.Portal, "The Treasury", null, TheNetwork.Staff, network.Now, Ct));
}
