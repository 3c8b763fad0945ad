using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>A round in which each Chair confirms what the member gives to the year.</summary>
public sealed class Confirming
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static RoundDraft Draft(DateTimeOffset now) => Asked.Draft("confirm", RoundKind.Confirm) with { ClosesAt = now.AddDays(14), Sender = RoundSender.Board, AskedPence = 650_000 };

    [Fact]
    public async Task Only_the_Chair_or_a_PA_for_the_Chair_confirms_and_neither_the_chief_executive_nor_a_deputy()
    {
        await using var network = await Three();
        await network.Has(new RoundRule("confirm", new("Formal confirmation", "Each answers for itself.", null, RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false)));
        var round = await network.HasRound(Draft(network.Now));

        (await Confirms("Nuala Ferris")).Capacity.ShouldBe("PA, for Greta Sandpiper, Chair");
        (await Should.ThrowAsync<RuleBroken>(() => Confirms("Lionel Weir"))).Message.ShouldContain("no position today");
        await network.Db(async db =>
        {
            var deputy = new Person("Dora Ebb", "dora.ebb@aldermouth.example");
            deputy.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == "ALD", Ct), PositionKind.Deputy, "Deputy", SigningIn.Since);
            db.Add(deputy);
            await db.Save(TheNetwork.Staff, "Prepare a test", Ct);
        });
        (await Should.ThrowAsync<RuleBroken>(() => Confirms("Dora Ebb"))).Message.ShouldContain("no position today");
        (await Confirms("Greta Sandpiper")).Amount.ShouldBe(new Money(650_000));

        async Task<Response> Confirms(string name)
        {
            var person = await network.Db(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct));
            var elector = await network.Db(db => db.Set<Elector>().AsNoTracking().SingleAsync(e => e.Round == round.Id && e.Code == "ALD", Ct));
            return await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, person, new GivenAnswer(Answer.Confirm, round.Latest.Hash) { AmountPence = 650_000 }, AnswerWay.Link, null, network.Now, Ct));
        }
    }

    [Fact]
    public async Task The_letters_come_from_the_Management_Board_and_say_the_amount_which_stands_in_the_form_already()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(2, server);
        var round = await network.HasRound(Draft(network.Now));
        await network.Drain();

        var letter = server.Taken.First().Message;
        letter.From.Mailboxes.Single().Name.ShouldEndWith("Management Board");
        letter.TextBody!.ShouldContain("The Management Board of");
        letter.TextBody!.ShouldContain("You are asked to confirm £6,500.");
        using var phone = network.Client();
        (await phone.GetStringAsync(await network.LinkOf(round, 1), Ct)).ShouldContain("value=\"6,500\"");
        await phone.Submit(await network.LinkOf(round, 1), null, ("Input.Answer", "Confirm"), ("Input.As", "self"));
        (await network.Log(round)).Single().AmountPence.ShouldBe(650_000);
    }

    [Fact]
    public async Task What_the_Board_asks_goes_out_in_its_name_at_once_and_whoever_is_missing_reads_in_the_weekly_letter_that_the_Board_asks()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(3, server);
        var round = new Round(Draft(network.Now));
        await network.Has(round);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/rounds/{round.Id}/open", Ct)).ShouldNotContain("value=\"weekly\"");

        await network.In(s => s.GetRequiredService<OpenRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct, write: false));

        (await network.Db(db => db.Set<Batch>().CountAsync(b => b.Class == RoundAsked.ClassName, Ct))).ShouldBe(3);
        await network.Drain();
        server.Taken.ShouldAllBe(l => l.Message.From.Mailboxes.Single().Name!.EndsWith("Management Board"));
        server.Taken.Clear();
        await network.Answers(round, 1, Answer.Confirm);

        // Two Tuesdays on: on the first they were asked the day before, and are left in peace.
        await network.MoveTo(TheNetwork.Start.AddDays(8).AddHours(1));

        var letters = server.Taken.ToDictionary(l => l.To, l => l.Message);
        letters.Keys.Order().ShouldBe(["chair02@m02.example", "chair03@m03.example"]);
        letters["chair02@m02.example"].From.Mailboxes.Single().Name.ShouldNotEndWith("Management Board");
        letters["chair02@m02.example"].TextBody!.ShouldContain($"Member 02, from the Management Board: {round.Title}");

        await network.In(s => s.GetRequiredService<NewVersion>().Run(round.Id, 1, "Other words.", RoundText.Written("Transport funding", "Other words.", []), round.ClosesAt, TheNetwork.Staff, network.Now, Ct));
        server.Taken.Clear();
        await network.Drain();
        server.Taken.Count.ShouldBe(3);
        server.Taken.ShouldAllBe(l => l.Message.From.Mailboxes.Single().Name!.EndsWith("Management Board"));
    }

    [Fact]
    public async Task A_confirmation_names_the_amount_that_it_confirms()
    {
        await using var network = await Asked.Network(1);
        var round = await network.HasRound(Draft(network.Now));
        using var phone = network.Client();
        var link = await network.LinkOf(round, 1);

        var page = WebUtility.HtmlDecode(await (await phone.Submit(link, null, ("Input.Answer", "Confirm"), ("Input.Amount", ""), ("Input.As", "self"))).Content.ReadAsStringAsync(Ct));
        page.ShouldContain("Write the amount that you confirm.");
        (await network.Log(round)).ShouldBeEmpty();

        // What is asked for stands in the form already.
        (await phone.Submit(link, null, ("Input.Answer", "Confirm"), ("Input.As", "self"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Log(round)).Single().AmountPence.ShouldBe(650_000);
    }

    [Fact]
    public async Task Silence_confirms_nothing()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Draft(network.Now));
        await network.Answers(round, 1, Answer.Confirm);
        await network.MoveTo(network.Now.AddDays(15));

        var count = (await network.Round(round.Id)).Counted!;
        (count.Outcome, count.Of(Stand.Confirms), count.Of(Stand.Silent)).ShouldBe((RoundOutcome.Noted, 1, 2));
        count.Why.ShouldContain("Nothing is decided for those who did not");
    }

    private static async Task<TheNetwork> Three()
    {
        var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2019, 1, 14, 9, 0, 0, TimeSpan.Zero));
        return network;
    }
}
