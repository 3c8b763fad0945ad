using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>A round whose latest answers the backup does not know.</summary>
public sealed class RestoredRound
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_open_round_of_a_restored_backup_closes_before_somebody_has_looked()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 4);
        await Restored(network);

        await network.MoveTo(Asked.Closes.AddDays(1));

        (await network.Round(round.Id)).State.ShouldBe(RoundState.Open);
        (await network.Mandate(round)).ShouldBeNull();
        (await network.In(async s => (await s.GetServices<IToday>().OfType<RoundsToday>().Single().For(new DateOnly(2017, 10, 17), Ct)).Select(t => t.Fact).ToList())).ShouldContain(f => f.Contains("A restored backup holds it"));
    }

    [Fact]
    public async Task Staff_say_until_when_it_goes_on_and_what_comes_until_then_counts()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 4);
        await Restored(network);
        await network.MoveTo(Asked.Closes.AddDays(1));
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/rounds/{round.Id}", Ct)).ShouldContain($"/desk/rounds/{round.Id}/go-on");
        WebUtility.HtmlDecode(await (await staff.Submit($"/desk/rounds/{round.Id}/go-on", null, ("Input.ClosesDay", "2017-10-20"))).Content.ReadAsStringAsync(Ct)).ShouldContain("lies ahead");
        (await staff.Submit($"/desk/rounds/{round.Id}/go-on", null, ("Input.ClosesDay", "2017-10-26"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Answers(round, 1, Answer.Object, "Not these words.");
        await network.MoveTo(Asked.Closes.AddDays(5));

        var closed = await network.Round(round.Id);
        closed.State.ShouldBe(RoundState.Closed);
        (closed.Counted!.Of(Stand.Agrees), closed.Counted.Of(Stand.Objects)).ShouldBe((3, 1));
        (await network.Log(round)).ShouldAllBe(line => !line.Late);
    }

    [Fact]
    public async Task What_is_answered_while_a_restored_backup_holds_the_round_counts_once_it_goes_on()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 2);
        await Restored(network);
        await network.MoveTo(Asked.Closes.AddDays(1));
        using var phone = network.Client();
        var link = await network.LinkOf(round, 3);

        var page = WebUtility.HtmlDecode(await phone.GetStringAsync(link, Ct));
        page.ShouldContain("has not closed by itself");
        page.ShouldNotContain("This round closed");
        (await network.Answers(round, 3)).Late.ShouldBeFalse();
        (await phone.GetStringAsync($"{link}?recorded=true", Ct)).ShouldContain("counts once the secretariat has said until when the round goes on");
        await network.In(async s =>
        {
            var held = await s.GetRequiredService<Db>().Set<Round>().SingleAsync(r => r.Id == round.Id, Ct);
            held.GoOn(Asked.Closes.AddDays(3), network.Now);
            await s.GetRequiredService<Db>().Save(TheNetwork.Staff, "Let it go on", Ct);
        });
        await network.MoveTo(Asked.Closes.AddDays(4));

        (await network.Round(round.Id)).Counted!.Of(Stand.Agrees).ShouldBe(3);
    }

    [Fact]
    public async Task What_came_after_the_closing_time_of_a_held_round_that_does_not_go_on_is_said_to_be_late()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 3);
        await Restored(network);
        await network.MoveTo(Asked.Closes.AddDays(1));
        await network.Answers(round, 4, Answer.Object, "Not these words.");
        await network.In(s => s.GetRequiredService<CloseRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, Ct));
        using var phone = network.Client();

        (await network.Round(round.Id)).Counted!.Of(Stand.Objects).ShouldBe(0);
        (await phone.GetStringAsync(await network.LinkOf(round, 4), Ct)).ShouldContain("It came too late, and is not counted.");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/rounds/{round.Id}", Ct)).ShouldContain("1 came too late and is not counted");
    }

    [Fact]
    public async Task An_answer_that_came_too_late_is_not_said_to_take_anythings_place()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound();
        await network.MoveTo(Asked.Closes.AddDays(1));
        await network.Answers(round, 1);
        using var phone = network.Client();

        (await phone.GetStringAsync(await network.LinkOf(round, 1), Ct)).ShouldContain("It came too late, and is not counted.");
    }

    [Fact]
    public async Task Words_that_come_back_can_be_answered_and_earlier_agreement_to_them_holds()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound(Asked.Draft(text: "First words."));
        await network.Answers(round, 1);
        foreach (var (read, words) in new[] { (1, "Other words."), (2, "First words.") })
            await network.In(s => s.GetRequiredService<NewVersion>().Run(round.Id, read, words, RoundText.Written("Transport funding", words, []), Asked.Closes, TheNetwork.Staff, network.Now, Ct));

        await network.Answers(round, 2);

        Tally.Of(await network.Db(async db => await db.Log(await network.Round(round.Id), Asked.Closes, Ct))).Of(Stand.Agrees).ShouldBe(2);
    }

    private static Task Restored(TheNetwork network) => network.Db(db => db.Write(() => new RestoredRounds().Stop(db, Ct), Ct));
}
