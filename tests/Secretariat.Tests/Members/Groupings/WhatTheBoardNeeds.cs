using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Groupings;

public sealed class WhatTheBoardNeeds
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_term_that_ends_within_sixty_days_without_a_successor_asks_for_one()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        (await Today(network, new DateOnly(2018, 1, 29))).ShouldBeEmpty();
        var tasks = await Today(network, new DateOnly(2018, 1, 30));
        tasks.Select(t => t.Fact).ShouldContain("The seat of North West falls vacant after 31 March 2018, when Helen Rafferty’s term ends");
        tasks.Count.ShouldBe(3);
        tasks.ShouldAllBe(t => t.Verb == "Fill" && t.Due == new DateOnly(2018, 3, 31));
        (await Today(network, new DateOnly(2018, 4, 1))).Select(t => t.Fact).ShouldContain("The seat of North West is vacant");
    }

    [Fact]
    public async Task A_term_with_a_successor_asks_for_nothing()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        (await Today(network, new DateOnly(2017, 11, 29))).ShouldNotContain(t => t.Fact.Contains("East Midlands"));
    }

    [Fact]
    public async Task A_holder_who_is_no_longer_Chair_and_a_member_without_one_are_named()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Db(async db =>
        {
            var odile = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.PackKey == "odile-brook", Ct);
            odile.Positions.Single().End(new DateOnly(2018, 12, 31));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });

        var facts = (await Today(network, new DateOnly(2019, 1, 1))).Select(t => t.Fact);

        facts.ShouldContain("Odile Brook holds the seat of Lower rivers and is no longer Chair of one of its members");
        facts.ShouldContain("Crossmere and Wye Chamber has no Chair");
    }

    [Fact]
    public async Task Nine_seats_filled_count_nine_however_often_one_changed_hands()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        var year = await network.In(s => s.GetServices<IEvidence>().Single(e => e is SeatsFilled).Between(new(2017, 4, 1), new(2018, 3, 31), Ct));

        year.Count.ShouldBe(9);
        year.ShouldAllBe(e => e.Date >= new DateOnly(2017, 4, 1));
        year.Single(e => e.Title == "East Midlands: Vikram Malhotra").Date.ShouldBe(new DateOnly(2017, 12, 1));
    }

    [Fact]
    public async Task Who_came_and_who_left_in_the_year_is_evidence_of_contacts_kept()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        var titles = (await network.In(s => s.GetServices<IEvidence>().Single(e => e is ContactsKept).Between(new(2017, 11, 1), new(2017, 12, 1), Ct))).Select(e => e.Title);

        titles.ShouldContain(t => t.StartsWith("Iain Sugden was Chair of") && t.EndsWith("until this day"));
    }

    private static Task<IReadOnlyList<TodayTask>> Today(TheNetwork network, DateOnly day) =>
        network.In(s => s.GetServices<IToday>().Single(t => t is SeatsToday).For(day, Ct));
}
