using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Audiences;

public sealed class WhoGetsTheBulletin
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2019, 3, 31);

    [Fact]
    public async Task Everybody_with_a_current_position_in_a_member_gets_it_and_the_reason_says_so()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var gets = (await Read(network, Day)).Where(c => c.Gets).ToList();

        gets.Select(c => c.Name).ShouldBe(["Greta Sandpiper", "Hussein Lock", "Lionel Weir", "Maud Osier", "Nuala Ferris", "Odile Brook", "Percy Teal", "Sunil Heron"]);
        gets.ShouldAllBe(c => c.Reason == "a current position in a member");
    }

    [Fact]
    public async Task Who_left_yesterday_and_who_begins_tomorrow_are_named_with_the_day()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        (await Out(network, Day, "Wilma Sluice")).ShouldBe("Not yet: a current position in a member begins on 1 April 2019.");
        (await Out(network, Day.AddDays(1), "Hussein Lock")).ShouldBe("Left: a current position in a member ended on 31 March 2019.");
        (await Out(network, Day.AddDays(1), "Wilma Sluice")).ShouldBeNull();
    }

    [Fact]
    public async Task Leaving_the_bulletin_stops_the_bulletin_and_nothing_else()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var percy = await Person(network, "percy-teal");

        await network.In(s => s.GetRequiredService<LeaveList>().Leave(percy.Id, percy.Email, "bulletin", "by the link in the letter", Actor.Recipient, Ct));

        (await Out(network, Day, "Percy Teal")).ShouldBe("Left this list on 16 October 2017.");
        (await Read(network, Day, "newsletter")).Single(c => c.Name == "Percy Teal").Gets.ShouldBeTrue();
    }

    [Fact]
    public async Task Leaving_twice_is_the_same_as_leaving_once_and_coming_back_brings_the_letters_back()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var percy = await Person(network, "percy-teal");
        for (var i = 0; i < 2; i++)
            await network.In(s => s.GetRequiredService<LeaveList>().Leave(percy.Id, percy.Email, "bulletin", "by the link in the letter", Actor.Recipient, Ct));
        (await network.Db(db => db.Set<Unsubscription>().CountAsync(Ct))).ShouldBe(1);

        await network.In(s => s.GetRequiredService<LeaveList>().ComeBack(percy.Id, percy.Email, "bulletin", TheNetwork.Staff, Ct));

        (await Out(network, Day, "Percy Teal")).ShouldBeNull();
    }

    [Fact]
    public async Task A_new_address_does_not_bring_back_what_the_person_left()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var percy = await Person(network, "percy-teal");
        await network.In(s => s.GetRequiredService<LeaveList>().Leave(percy.Id, percy.Email, "bulletin", "by e-mail", TheNetwork.Staff, Ct));
        await Change(network, "percy-teal", p => p.ChangeEmail("percy@elsewhere.example"));

        (await Out(network, Day, "Percy Teal")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_people_with_one_address_get_one_letter()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await Change(network, "sunil-heron", p => p.ChangeEmail("Odile.BROOK@crossmere.example"));

        var all = await Read(network, Day);

        all.Single(c => c.Name == "Odile Brook").Gets.ShouldBeTrue();
        all.Single(c => c.Name == "Sunil Heron").LeftOut.ShouldBe("Shares the address with Odile Brook, who gets it.");
    }

    [Fact]
    public async Task Who_was_merged_gets_it_once_as_the_person_they_are_now()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Has(new Person("Percival Teal", "percival@teal.example"));
        await network.Db(async db =>
        {
            var percival = await db.Set<Person>().SingleAsync(p => p.Name == "Percival Teal", Ct);
            (await db.Set<Person>().SingleAsync(p => p.PackKey == "percy-teal", Ct)).MergeInto(percival, []);
            await db.Save(TheNetwork.Staff, "Merge people", Ct);
        });

        var all = await Read(network, Day);

        all.Single(c => c.Name == "Percival Teal").Gets.ShouldBeTrue();
        all.Single(c => c.Name == "Percy Teal").LeftOut.ShouldBe("Merged into Percival Teal.");
    }

    [Fact]
    public async Task Conditions_add_up_narrow_and_leave_out()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        (await Names(network, "+position-in-member:chair,pa")).ShouldBe(["Greta Sandpiper", "Hussein Lock", "Nuala Ferris", "Odile Brook"]);
        (await Names(network, "+board", "+theme:export")).ShouldBe(["Hussein Lock", "Odile Brook", "Percy Teal", "Tomás Reed"]);
        (await Names(network, "+position-in-member", "&grouping:upper", "-position-in-member:chair")).ShouldBe(["Lionel Weir", "Nuala Ferris", "Percy Teal"]);
        (await Names(network, "+organisation:CRO", "-theme:high-streets")).ShouldBe(["Odile Brook", "Sunil Heron"]);
    }

    [Fact]
    public void An_audience_that_lets_nobody_in_is_refused()
    {
        Should.Throw<RuleBroken>(() => new Audience("none", "None", new AudienceLine(LineKind.Never, "board"))).Message.ShouldContain("lets somebody in");
        Should.Throw<RuleBroken>(() => AudienceLine.Parse("board")).Message.ShouldContain("begin it with");
    }

    private static Task<IReadOnlyList<Chosen>> Read(TheNetwork network, DateOnly on, string list = "bulletin") => network.In(async s =>
        await s.GetRequiredService<ReadAudience>().On(await s.GetRequiredService<Db>().Set<Audience>().SingleAsync(a => a.Code == Audience.AllMembers, Ct), on, list, Ct));

    private static async Task<string?> Out(TheNetwork network, DateOnly on, string name) => (await Read(network, on)).Single(c => c.Name == name).LeftOut;

    private static Task<IReadOnlyList<string>> Names(TheNetwork network, params string[] lines) => network.In(async s =>
    {
        var audience = new Audience("some", "Some", [.. lines.Select(AudienceLine.Parse)]);
        var read = s.GetRequiredService<ReadAudience>();
        var chosen = (await read.On(audience, Day, "bulletin", Ct)).Where(c => c.Gets).ToList();
        (await read.People(audience, Day).ToListAsync(Ct)).ShouldBe(chosen.Select(c => c.Person), ignoreOrder: true);
        return (IReadOnlyList<string>)[.. chosen.Select(c => c.Name)];
    });

    private static Task<Person> Person(TheNetwork network, string key) => network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == key, Ct));

    private static Task Change(TheNetwork network, string key, Action<Person> change) => network.Db(async db =>
    {
        change(await db.Set<Person>().SingleAsync(p => p.PackKey == key, Ct));
        await db.Save(TheNetwork.Staff, "Edit person", Ct);
    });
}
