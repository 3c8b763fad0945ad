using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Corrections;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>Answers that somebody else than the Chair gives or writes down.</summary>
public sealed class AnsweredForThem
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_named_deputy_answers_for_the_member_while_named()
    {
        await using var network = await Asked.Network(2);
        var deputy = await Takes(network, 1, "Dora Standish", PositionKind.Deputy);
        var round = await network.HasRound();
        var (elector, _) = await network.Asks(round, 1);

        using var browser = await network.ClientOf(deputy.Id, deputy.Name);
        (await browser.Submit($"/my/rounds/{elector.Id}", null, ("Input.Answer", "Agree"), ("Input.As", "self"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Log(round)).Single().Capacity.ShouldBe("named deputy");
        await network.Db(async db =>
        {
            var held = await db.Set<Position>().SingleAsync(p => p.Person == deputy.Id, Ct);
            held.End(new DateOnly(2017, 10, 1));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });
        // Without any position they have no role either.
        (await browser.GetAsync($"/my/rounds/{elector.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(null, "chair01@m01.example")]
    [InlineData("Kim Sands", "chair01@m01.example paul@m01.example")]
    public async Task Whoever_did_not_press_the_button_is_told_what_was_said_in_their_name(string? through, string told)
    {
        await using var network = await Asked.Network(4);
        var pa = await Takes(network, 1, "Paul Aide", PositionKind.Pa);
        var round = await network.HasCorrectable(draft: Asked.Draft(text: Corrected.Wrong));
        var (elector, _) = await network.Asks(round, 1);

        var correction = await network.GoesRound(round);
        await network.In(s => s.GetRequiredService<ObjectToCorrection>().Run(round.Id, correction.Id, elector.Id, pa.Id, "It changes what lasts.", through, AnswerWay.Link, network.Now, Ct));
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, pa.Id, new GivenAnswer(Answer.Object, round.Latest.Hash) { Reason = "Too short." }, AnswerWay.Link, through, network.Now, Ct));
        await network.AllAnswer(round, 2, 4);
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        var mandate = (await network.Mandate(round))!;
        await network.In(s => s.GetRequiredService<AddDissent>().Run(mandate.Id, elector.Id, pa.Id, "We want trams.", new Dissenting(pa.Id, "", "", AnswerWay.Link) { Through = through }, network.Now, Ct));

        foreach (var kind in new[] { "correction-objection", "round-recorded", "paragraph-recorded" })
            string.Join(' ', await network.Db(db => db.Set<Delivery>().Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { d.Address, b.Class }).Where(d => d.Class == kind).OrderBy(d => d.Address).Select(d => d.Address).ToListAsync(Ct))).ShouldBe(told, kind);
    }

    [Fact]
    public async Task What_a_PA_said_and_staff_wrote_down_is_told_to_the_PA_and_to_the_Chair()
    {
        await using var network = await Asked.Network(2);
        var pa = await Takes(network, 1, "Paul Aide", PositionKind.Pa);
        var round = await network.HasRound();
        var (elector, _) = await network.Asks(round, 1);

        await network.In(s => s.GetRequiredService<AnswerRound>().Log(round.Id, elector.Id, pa.Id, new GivenAnswer(Answer.Agree, round.Latest.Hash), new Answering(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = TheNetwork.Staff, Evidence = "Rang at ten." }, network.Now, Ct));

        (await network.Letters("round-recorded")).ShouldBe(2);
    }

    [Fact]
    public async Task A_groupings_Chair_writes_down_what_a_member_told_them_and_that_member_is_told()
    {
        await using var network = await Asked.Network(3);
        var chair = await HoldsSeat(network, 1, members: 2);
        var round = await network.HasRound();
        var (mine, theirChair) = await network.Asks(round, 2);
        using var browser = await network.ClientOf(chair.Id, chair.Name);

        var page = await browser.GetStringAsync("/my/grouping", Ct);
        page.ShouldContain("Member 02");
        page.ShouldNotContain("Member 03");
        (string, string)[] said = [("Input.Person", $"{theirChair.Id}"), ("Input.Answer", "Agree")];
        WebUtility.HtmlDecode(await (await browser.Submit($"/my/grouping/{mine.Id}", null, ("Input.Person", $"{theirChair.Id}"), ("Input.Answer", "Object"), ("Input.Evidence", "Said so."))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why you object");
        WebUtility.HtmlDecode(await (await browser.Submit($"/my/grouping/{mine.Id}", null, said)).Content.ReadAsStringAsync(Ct)).ShouldContain("needs its evidence");
        (await browser.Submit($"/my/grouping/{mine.Id}", null, [.. said, ("Input.Evidence", "Said so at dinner on 15 October.")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var line = (await network.Log(round)).Single();
        (line.Way, line.Name, line.EnteredBy).ShouldBe((AnswerWay.LoggedByChair, theirChair.Name, chair.Id));
        (await network.Db(db => db.Set<Delivery>().Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { d.Address, b.Class }).SingleAsync(d => d.Class == "round-recorded", Ct))).Address.ShouldBe(theirChair.Email);
    }

    [Fact]
    public async Task For_their_own_member_a_groupings_Chair_answers_and_writes_nothing_down()
    {
        await using var network = await Asked.Network(2);
        var chair = await HoldsSeat(network, 1, members: 2);
        var round = await network.HasRound();
        var (own, _) = await network.Asks(round, 1);
        var (theirs, _) = await network.Asks(round, 2);
        using var browser = await network.ClientOf(chair.Id, chair.Name);

        var page = await browser.GetStringAsync("/my/grouping", Ct);

        page.ShouldContain($"href=\"/my/rounds/{own.Id}\"");
        page.ShouldNotContain($"href=\"/my/grouping/{own.Id}\"");
        page.ShouldContain($"href=\"/my/grouping/{theirs.Id}\"");
        page.ShouldContain("not yet");
        (await browser.GetAsync($"/my/grouping/{own.Id}", Ct)).Headers.Location!.OriginalString.ShouldBe($"/my/rounds/{own.Id}");
    }

    [Fact]
    public async Task Nobody_writes_down_answers_for_a_grouping_in_which_they_hold_no_seat()
    {
        await using var network = await Asked.Network(3);
        var chair = await HoldsSeat(network, 1, members: 2);
        var round = await network.HasRound();
        var (outside, _) = await network.Asks(round, 3);
        var (inside, plain) = await network.Asks(round, 2);
        using var seated = await network.ClientOf(chair.Id, chair.Name);
        using var other = await network.ClientOf(plain.Id, plain.Name);

        (await seated.GetAsync($"/my/grouping/{outside.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/my/grouping/{inside.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetStringAsync("/my/grouping", Ct)).ShouldContain("You hold no seat today");
        (await other.Forge($"/my/rounds/{inside.Id}", $"/my/grouping/{inside.Id}", ("Input.Hash", round.Latest.Hash), ("Input.Person", $"{plain.Id}"), ("Input.Answer", "Agree"), ("Input.Evidence", "I said so."))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Log(round)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_kept_a_seat_and_is_Chair_no_more_speaks_for_nobody_and_sees_nobodys_answer()
    {
        await using var network = await Asked.Network(3);
        var chair = await HoldsSeat(network, 1, members: 2);
        await network.Db(async db =>
        {
            // Chair of a member elsewhere by now, and still in the seat of the north.
            var held = await db.Set<Position>().SingleAsync(p => p.Person == chair.Id && p.Kind == PositionKind.Chair, Ct);
            var elsewhere = await db.Set<Position>().SingleAsync(p => p.Kind == PositionKind.Chair && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Code == "M03"), Ct);
            held.End(SigningIn.Since.AddDays(1));
            elsewhere.End(SigningIn.Since.AddDays(1));
            var person = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Id == chair.Id, Ct);
            person.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == "M03", Ct), PositionKind.Chair, "", SigningIn.Since.AddDays(2));
            await db.Save(TheNetwork.Staff, "Change Chair", Ct);
        });
        await network.Has(new RoundRule("board-majority", new("Majority of the Board", "More than half.", new(1, 2, true), RoundBase.Seats, null, Objections.Listed, false, Silence.Nothing, false)));
        var round = await network.HasRound();
        var board = await network.HasRound(Asked.Draft("board-majority"));
        var (inside, _) = await network.Asks(round, 2);
        var seat = await network.Db(db => db.Set<Elector>().AsNoTracking().SingleAsync(e => e.Round == board.Id, Ct));
        using var browser = await network.ClientOf(chair.Id, chair.Name);

        (await browser.GetStringAsync("/my/grouping", Ct)).ShouldContain("You hold no seat today");
        (await browser.GetAsync($"/my/grouping/{inside.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/my/rounds/{seat.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Db(db => WhoMayAnswer.On(db, seat, DateOnly.FromDateTime(network.Now.UtcDateTime), Ct))).ShouldBeEmpty();
    }

    private static async Task<Person> Takes(TheNetwork network, int member, string name, PositionKind kind)
    {
        var person = new Person(name, $"{name.Split(' ')[0].ToLowerInvariant()}@m{member:00}.example");
        await network.Db(async db =>
        {
            person.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == $"M{member:00}", Ct), kind, "", SigningIn.Since);
            db.Add(person);
            await db.Save(TheNetwork.Staff, "Add person", Ct);
        });
        return person;
    }

    /// <summary>The first member's Chair sits on the Board for the first so many members.</summary>
    private static async Task<Person> HoldsSeat(TheNetwork network, int chair, int members)
    {
        var person = await network.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Name == $"Chair {chair:00}", Ct));
        var grouping = new Grouping("NORTH", "The north");
        foreach (var id in await network.Db(db => db.Set<Organisation>().OrderBy(o => o.Code).Take(members).Select(o => o.Id).ToListAsync(Ct))) grouping.Join(id, SigningIn.Since);
        grouping.Fill(person.Id, SigningIn.Since);
        await network.Has(grouping);
        return person;
    }
}
