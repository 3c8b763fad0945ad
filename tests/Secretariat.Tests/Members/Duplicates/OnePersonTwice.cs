using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Duplicates;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Duplicates;

public sealed class OnePersonTwice
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_address_and_the_same_name_in_one_organisation_are_flagged_until_they_are_merged()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);

        (await network.Db(db => Lookalikes.Find(db, 10, Ct))).ShouldHaveSingleItem().Why.ShouldBe("the same name at Brackwater");
        await network.Merges(again, percy);

        (await network.Db(db => Lookalikes.Find(db, 10, Ct))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merged_person_signs_in_by_either_address_as_one_with_the_positions_of_both()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        await network.Merges(again, percy);

        await network.In(async s =>
        {
            var who = s.GetRequiredService<IWhoIs>();
            (await who.ByEmail("percy@home.example", Ct))!.Id.ShouldBe(percy);
            (await who.RolesOn(percy, new DateOnly(2017, 10, 16), Ct)).ShouldBe([Role.ChiefExecutive, Role.Press], ignoreOrder: true);
        });
        using var browser = await network.ClientOf(again);
        var mine = await browser.GetStringAsync("/my", Ct);
        mine.ShouldContain("percy.teal@brackwater.example");
        mine.ShouldContain("press officer, Brackwater");
    }

    [Fact]
    public async Task A_merged_administrator_stays_one_and_only_an_administrator_merges_whom_a_role_was_granted()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        await network.Has(new Grant { Person = again, Role = Role.Staff, At = network.Now });
        using var staff = await network.ClientAs(Role.Staff);
        using var admin = await network.ClientAs(Role.Admin);

        (await (await staff.Submit($"/desk/people/{again}/merge/{percy}")).Content.ReadAsStringAsync(Ct)).ShouldContain("only an administrator can say");
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.MergedInto != null, Ct))).ShouldBeFalse();
        await admin.Submit($"/desk/people/{again}/merge/{percy}");

        foreach (var record in new[] { percy, again })
            (await network.In(s => s.GetRequiredService<RolesNow>().Of(record, Ct))).ShouldContain(Role.Staff);
    }

    [Fact]
    public async Task Undoing_a_merge_signs_out_both_of_those_who_were_read_as_one()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        await network.Merges(again, percy);
        using var one = await network.ClientOf(percy);
        using var other = await network.ClientOf(again);

        await network.In(s => s.GetRequiredService<MergePeople>().Undo(again, TheNetwork.Staff, Ct));

        foreach (var browser in new[] { one, other })
            (await browser.GetAsync("/my", Ct)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_merged_person_gets_one_letter_at_the_address_that_is_kept_and_their_page_shows_all_letters()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(Guid.CreateVersion7(), "newsletter", "A letter from before", Priority.Outward, network.Now), [new Recipient(again, "percy@home.example")], TheNetwork.Staff, Ct));
        await network.Merges(again, percy);

        var audience = new Audience("press", "Press", new AudienceLine(LineKind.AnyOf, "position-in-member", "press"));
        var chosen = await network.In(s => s.GetRequiredService<ReadAudience>().On(audience, new DateOnly(2017, 10, 16), "bulletin", Ct));

        chosen.Single(c => c.Gets).Address.ShouldBe("percy.teal@brackwater.example");
        chosen.Single(c => !c.Gets).LeftOut.ShouldBe("Merged into Percy Teal.");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/people/{percy}", Ct)).ShouldContain("A letter from before");
    }

    [Fact]
    public async Task All_records_of_a_merged_person_are_exported_and_erased()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        var third = new Person("P. Teal", "pt@x.example");
        await network.Has(third);
        await network.Merges(third.Id, again);
        await network.Merges(again, percy);

        (await network.Db(db => SamePerson.Records(db, third.Id, Ct)))[0].ShouldBe(percy);
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/people/{percy}/erase", null, ("Input.Reason", "they asked for it"), ("Input.Name", "Percy Teal"));

        (await network.Db(db => db.Set<Person>().CountAsync(p => p.Name.Contains("Teal"), Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_merge_is_done_and_undone_on_the_desk()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (percy, again) = await Twice(network);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/people/duplicates", Ct)).ShouldContain($"/merge/{percy}");

        await staff.Submit($"/desk/people/{again}/merge/{percy}");
        (await staff.GetStringAsync($"/desk/people/{percy}", Ct)).ShouldContain("Also known here as");
        await staff.Submit($"/desk/people/{again}/merge/{percy}", $"/desk/people/{again}/merge/{percy}?handler=Undo");

        (await network.Db(db => db.Set<Person>().CountAsync(p => p.Canonical != p.Id, Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task Merges_pressed_in_several_windows_at_once_make_no_circle_and_leave_nobody_unread()
    {
        await using var network = await TheNetwork.Begin();
        for (var turn = 0; turn < 8; turn++)
        {
            var people = Enumerable.Range(0, 4).Select(i => new Person($"P {i}", $"p{i}-{turn}@x.example")).ToArray();
            await network.Has(people);
            (int From, int Into)[] presses = [(0, 1), (1, 0), (1, 2), (2, 3), (3, 0)];
            await Task.WhenAll(presses.Select(p => Task.Run(async () =>
            {
                try { await network.Merges(people[p.From].Id, people[p.Into].Id); }
                catch (Exception refused) when (refused is RuleBroken or DbUpdateConcurrencyException) { }
            }, Ct)));

            var after = await network.Db(db => db.Set<Person>().AsNoTracking().ToDictionaryAsync(p => p.Id, Ct));
            after.Values.ShouldAllBe(p => after[p.Canonical].MergedInto == null && (p.MergedInto == null || after[p.MergedInto.Value].Canonical == p.Canonical));
        }
    }

    [Fact]
    public void Whatever_is_merged_and_in_whichever_order_it_is_undone_all_is_as_before_and_no_circle_arises() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 12].Sample(pairs =>
        {
            var people = Enumerable.Range(0, 6).Select(i => new Person($"P {i}", $"p{i}@x.example")).ToList();
            List<Person> Records(Person of) => [.. people.Where(p => p.Canonical == of.Canonical)];
            string State() => string.Join(' ', people.Select(p => $"{people.FindIndex(o => o.Id == p.MergedInto)}/{people.FindIndex(o => o.Id == p.Canonical)}"));
            var before = State();
            var done = new List<Person>();
            foreach (var (from, into) in pairs)
            {
                try { people[from].MergeInto(people[into], Records(people[from])); }
                catch (RuleBroken) { continue; }
                done.Add(people[from]);
                // The canonical record is the root of the tree, one step is never a circle.
                people.ShouldAllBe(p => people.Single(o => o.Id == p.Canonical).MergedInto == null);
                var here = State();
                var (kept, records) = (people.Single(p => p.Id == people[from].MergedInto), Records(people[from]));
                people[from].Unmerge(records);
                people[from].MergeInto(kept, Records(people[from]));
                State().ShouldBe(here);
            }
            foreach (var person in done.OrderBy(p => p.EmailKey)) person.Unmerge(Records(person));
            State().ShouldBe(before);
        });

    private static async Task<(Guid Percy, Guid Again)> Twice(TheNetwork network)
    {
        var percy = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "percy-teal", Ct));
        var again = new Person("Percy TEAL", "percy@home.example");
        again.Take(await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.Code == "BRK", Ct)), PositionKind.Press, "", new DateOnly(2017, 1, 1));
        await network.Has(again);
        return (percy.Id, again.Id);
    }
}

internal static class MergesGiven
{
    public static Task Merges(this TheNetwork network, Guid merged, Guid kept) => network.In(s => s.GetRequiredService<MergePeople>().Run(merged, kept, TheNetwork.Staff, default));
}
