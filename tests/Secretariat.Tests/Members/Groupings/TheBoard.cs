using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Groupings;

public sealed class TheBoard
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_on_the_board_on_1_December_2017_and_for_whom_is_answered_from_the_dates()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");

        var before = await network.Db(db => Board.On(db, new DateOnly(2017, 11, 30), Ct));
        var after = await network.Db(db => Board.On(db, new DateOnly(2017, 12, 1), Ct));

        after.Count.ShouldBe(9);
        after.ShouldAllBe(s => s.Holder != null && s.Holder.ChairOf != null);
        after.SelectMany(s => s.Members).Select(m => m.Code).Distinct().Count().ShouldBe(38);
        before.Single(s => s.Code == "east-midlands").Holder!.Name.ShouldBe("Iain Sugden");
        var seat = after.Single(s => s.Code == "east-midlands");
        (seat.Holder!.Name, seat.Holder.ChairOf!.Code).ShouldBe(("Vikram Malhotra", "E37000014"));
        seat.Members.Select(m => m.Code).ShouldBe(["E37000008", "E37000014", "E37000021", "E37000041"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_page_shows_the_board_of_a_day_and_says_when_it_cannot_read_the_day()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");
        using var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync("/desk/board?on=2017-12-01", Ct);
        page.ShouldContain("Friday 1 December 2017");
        page.ShouldContain("Vikram Malhotra");
        page.ShouldNotContain("Iain Sugden");
        (await staff.GetStringAsync("/desk/board?on=2017-11-30", Ct)).ShouldContain("Iain Sugden");

        var odd = await staff.GetStringAsync("/desk/board?on=1+December", Ct);
        odd.ShouldContain("“1 December” is not a day.");
        odd.ShouldContain("value=\"1 December\"");
    }

    [Fact]
    public async Task A_seat_changes_hands_and_both_terms_stay()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2018, 11, 5, 9, 0, 0, TimeSpan.Zero));
        using var staff = await network.ClientAs(Role.Staff);
        var greta = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "greta-sandpiper", Ct));
        var odile = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "odile-brook", Ct));
        await network.Db(async db =>
        {
            var seats = await db.Set<Seat>().ToListAsync(Ct);
            db.RemoveRange(seats);
            await db.Save(TheNetwork.Staff, "Prepare a test", Ct);
        });

        var wrong = await staff.Submit("/desk/groupings/upper/seat/fill", null, ("Input.Person", odile.Id.ToString()), ("Input.From", "2018-11-01"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await wrong.Content.ReadAsStringAsync(Ct)).ShouldContain("Choose a Chair from the list.");

        (await staff.Submit("/desk/groupings/upper/seat/fill", null, ("Input.Person", greta.Id.ToString()), ("Input.From", "2018-11-01"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.Submit("/desk/groupings/upper/seat/vacate", null, ("Input.To", "2018-10-31"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.Submit("/desk/groupings/upper/seat/vacate", null, ("Input.To", "2018-12-31"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => Board.On(db, new DateOnly(2018, 12, 31), Ct))).Single(s => s.Code == "upper").Holder!.Name.ShouldBe("Greta Sandpiper");
        (await network.Db(db => Board.On(db, new DateOnly(2019, 1, 1), Ct))).Single(s => s.Code == "upper").Holder.ShouldBeNull();
    }

    [Fact]
    public void Only_the_Chair_of_one_of_its_members_can_hold_a_seat()
    {
        var member = new Organisation("A", "A", OrganisationKind.Member);
        var other = new Organisation("B", "B", OrganisationKind.Member);
        var grouping = new Grouping("g", "G");
        grouping.Join(member.Id, SigningIn.Since);
        var chief = new Person("Chief", "chief@a.example");
        chief.Take(member, PositionKind.ChiefExecutive, "", SigningIn.Since);
        var elsewhere = new Person("Elsewhere", "chair@b.example");
        elsewhere.Take(other, PositionKind.Chair, "", SigningIn.Since);
        var chair = new Person("Chair", "chair@a.example");
        chair.Take(member, PositionKind.Chair, "", SigningIn.Since).End(new DateOnly(2017, 12, 31));

        Should.Throw<RuleBroken>(() => grouping.Fill(chief, new(2017, 1, 1))).Field.ShouldBe("Person");
        Should.Throw<RuleBroken>(() => grouping.Fill(elsewhere, new(2017, 1, 1)));
        Should.Throw<RuleBroken>(() => grouping.Fill(chair, new(2018, 1, 1)));
        grouping.Fill(chair, new(2017, 1, 1)).HeldOn(new(2017, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_member_that_moves_is_never_in_two_groupings()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.Submit("/desk/members/BRK/grouping", null, ("Input.Grouping", "lower"), ("Input.From", "2019-01-01"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        string[] At(IReadOnlyList<BoardSeat> board) => [.. board.Where(s => s.Members.Any(m => m.Code == "BRK")).Select(s => s.Code)];
        At(await network.Db(db => Board.On(db, new DateOnly(2018, 12, 31), Ct))).ShouldBe(["upper"]);
        At(await network.Db(db => Board.On(db, new DateOnly(2019, 1, 1), Ct))).ShouldBe(["lower"]);
        var again = await staff.Submit("/desk/members/BRK/grouping", null, ("Input.Grouping", "lower"), ("Input.From", "2019-02-01"));
        (await again.Content.ReadAsStringAsync(Ct)).ShouldContain("is in Lower rivers on that day already");
    }
}
