using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Events.Invitations;
using Secretariat.Funding.Budget;
using Secretariat.Members.Groupings;
using Secretariat.Members.Imports;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Imports;

/// <summary>What an import brought and somebody has used since stays when the import is undone, and says why.</summary>
public sealed class UsedSince
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_organisation_that_the_budget_names_since_stays_and_the_rest_of_the_import_is_undone()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var import = await network.Imports("name,email,organisation\nAda,ada@x.example,Nowhere Ltd\n", makesOrganisations: true);
        var made = await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.SortName == "nowhere ltd", Ct));
        await network.Has(new BudgetLine("n1", BudgetHeading.Sponsor, "A stand", new Money(100)) { Source = made.Id });

        var undone = await network.Undoes(import.Id);

        (undone.State, undone.Stayed).ShouldBe((ImportState.Undone, 1));
        (await network.Db(db => db.Set<ImportRow>().SingleAsync(Ct))).Stayed.ShouldBe("Nowhere Ltd stays: there is a budget line with its name.");
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.Name == "Ada", Ct))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_position_by_which_somebody_answered_a_round_stays()
    {
        await using var network = await Asked.Network(3);
        var import = await network.Imports("name,email,organisation,position\nChair 01,chair01@m01.example,M02,chief executive\nChair 01,chair01@m01.example,M03,chief executive\n");
        var round = await network.HasRound();
        var (elector, _) = await network.Asks(round, 2);
        var (_, chair) = await network.Asks(round, 1);
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, chair.Id, new GivenAnswer(Answer.Agree, round.Latest.Hash), AnswerWay.Link, null, network.Now, Ct));

        await network.Undoes(import.Id);

        (await Stayed(network)).ShouldBe(["The position stays: a round was answered by it.", ""]);
        (await network.Db(db => db.Set<Position>().CountAsync(p => p.Kind == PositionKind.ChiefExecutive, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_position_by_which_an_invitation_was_answered_for_somebody_stays()
    {
        await using var network = await TheDiary.Begin();
        var import = await network.Imports("name,email,organisation,position\nPercy Teal,percy.teal@brackwater.example,ALD,press officer\n");
        var at = await network.WithInvitees();
        var (percy, asked) = (await network.PersonCalled("Percy Teal"), await network.InviteeOf(at.Id, "Greta Sandpiper"));
        await network.In(s => s.GetRequiredService<AnswerInvitation>().Run(at.Id, new Secretariat.Events.Invitations.GivenReply(asked.Id, Reply.Coming, Through: "Percy Teal", ThroughPerson: percy), TheNetwork.Staff, network.Now, Ct));

        await network.Undoes(import.Id);

        (await Stayed(network)).ShouldBe(["The position stays: an invitation was answered by it."]);
    }

    [Fact]
    public async Task A_position_of_a_Chair_who_took_a_seat_by_it_stays()
    {
        await using var network = await Asked.Network(2);
        var free = new Organisation("M99", "Member 99", OrganisationKind.Member);
        await network.Has(free);
        var import = await network.Imports("name,email,organisation,position\nChair 01,chair01@m01.example,M99,chair\n");
        var chair = await network.Db(db => db.Set<Person>().SingleAsync(p => p.Name == "Chair 01", Ct));
        var grouping = new Grouping("G9", "Grouping nine");
        grouping.Join(free.Id, SigningIn.Since);
        grouping.Fill(chair.Id, new DateOnly(2017, 10, 20));
        await network.Has(grouping);

        await network.Undoes(import.Id);

        (await Stayed(network)).ShouldBe(["The position stays: they have a seat on the Board by it."]);
    }

    private static Task<List<string>> Stayed(TheNetwork network) => network.Db(db => db.Set<ImportRow>().OrderBy(r => r.Number).Select(r => r.Stayed).ToListAsync(Ct));
}
