using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Influence.Consultations;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.News;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;
using Secretariat.Tests.Publishing.Statements;

namespace Secretariat.Tests.Influence.Consultations;

/// <summary>A consultation never gets stuck: what ended, or was tied by mistake, is begun again; and a hold on it is one on every way out.</summary>
public sealed class BegunAgain
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_its_mandate_was_withdrawn_a_new_text_is_put_to_members()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        var mandate = await network.Agreed(budget);
        (await Should.ThrowAsync<RuleBroken>(() => Puts(network, budget))).Message.ShouldContain("with members already");

        await network.Withdraw(mandate);

        (await network.Next()).ShouldBe(["Decide anew"]);
        (await Puts(network, budget)).ShouldNotBe(mandate.Round);
        (await network.Next()).ShouldBe(["Open"]);
    }

    [Fact]
    public async Task After_an_answer_has_left_no_other_is_put_to_members()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        var mandate = await network.Agreed(budget);
        await network.HandedIn(await network.TakenOut(mandate));
        await network.Withdraw(mandate);

        (await Should.ThrowAsync<RuleBroken>(() => Puts(network, budget))).Message.ShouldContain("has been released");
    }

    [Fact]
    public async Task A_round_that_was_tied_by_mistake_is_taken_off_and_one_that_was_written_for_it_stays()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        await network.Decides(budget);
        var other = await network.HasRound();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";
        (await staff.Submit(page, $"{page}?handler=Tie", ("round", $"{other.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetStringAsync(page, Ct)).ShouldContain("It is not this round");

        (await staff.Submit(page, $"{page}?handler=Untie")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Next()).ShouldBe(["Gather views"]);
        await network.PutToMembers(budget);
        (await staff.GetStringAsync(page, Ct)).ShouldNotContain("It is not this round");
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Untie(budget.Id, TheNetwork.Staff, Ct)))).Message.ShouldContain("was written for it");
    }

    [Fact]
    public async Task A_round_among_the_Boards_seats_is_no_view_of_the_members()
    {
        await using var network = await TakenUp.Begin();
        await network.Has(new RoundRule("board-majority", new("Majority of the Board", "More than half.", new(1, 2, true), RoundBase.Seats, null, Objections.Listed, false, Silence.Nothing, false)));
        var budget = await network.TakesUp();
        await network.Decides(budget);
        var seats = new Round(Asked.Draft("board-majority"));
        await network.Has(seats);

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RunConsultation>().Tie(budget.Id, seats.Id, TheNetwork.Staff, Ct)))).Message.ShouldContain("Board’s seats");
    }

    [Fact]
    public async Task A_withdrawn_answer_is_not_counted_among_those_that_answered()
    {
        await using var network = await TakenUp.Begin();
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 3);
        await network.Answers(round, 2, Answer.Withdrawn);

        (await network.Db(db => RoundGlance.Of(db, [round.Id], Ct)))[round.Id].Answered.ShouldBe(2);
    }

    [Fact]
    public async Task Staff_list_a_members_own_answer_for_its_own_people_until_somebody_there_permits_more()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";
        var member = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "M01").Select(o => o.Id).SingleAsync(Ct));

        WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=Sent", ("Own.Member", $"{member}"), ("Own.Title", "A letter"), ("Own.Circulation", "Members"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say who there permitted");
        await staff.Submit(page, $"{page}?handler=Sent", ("Own.Member", $"{member}"), ("Own.Title", "A letter"));
        await staff.Submit(page, $"{page}?handler=Sent", ("Own.Member", $"{member}"), ("Own.Title", "Another"), ("Own.Circulation", "Members"), ("Own.Permitted", "Chair 01, on the telephone"));

        (await network.Db(db => db.Set<Submission>().OrderBy(s => s.Title).Select(s => new { s.Title, s.Circulation }).ToListAsync(Ct))).Select(s => (s.Title, s.Circulation))
            .ShouldBe([("A letter", Secretariat.Publishing.Items.Circulation.NamedPeople), ("Another", Secretariat.Publishing.Items.Circulation.Members)]);
        (await staff.GetStringAsync(page, Ct)).ShouldContain("permitted by Chair 01, on the telephone");
    }

    [Fact]
    public async Task A_hold_on_its_theme_is_on_the_website_and_on_letters_too()
    {
        await using var network = await TakenUp.Begin();
        await network.Has(new Theme { Code = "brexit", Name = "Brexit" });
        var budget = await network.TakesUp();
        await network.In(s => s.GetRequiredService<RunConsultation>().Change(budget.Id, null, new(ConsultationKind.Consultation, "Autumn Budget") { Organisation = budget.Organisation, Deadline = TakenUp.Deadline, Theme = "brexit" }, TheNetwork.Staff, Ct));
        var mandate = await network.Agreed(budget);
        var item = await network.TakesInForAll(mandate.Id);
        var (edition, _) = await network.Carries(mandate);
        await network.Has(Hold.On("theme:brexit", "Talks are on.", network.Now.AddDays(-1), null));

        await network.Publishes(item);

        (await network.Published(item)).State.ShouldBe(WebState.Scheduled);
        (await network.In(s => s.GetRequiredService<Secretariat.Publishing.Bulletins.FreezeEdition>().Reach(edition, Ct))).ShouldContain("theme:brexit");
    }

    private static Task<Guid> Puts(TheNetwork network, Consultation of) => network.In(s => s.GetRequiredService<RunConsultation>().Put(of.Id, "collective-agreement", network.Now.AddDays(9), null, TheNetwork.Staff, Ct));
}
