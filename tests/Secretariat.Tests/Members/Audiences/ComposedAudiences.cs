using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Audiences;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Members.Audiences;

public sealed class ComposedAudiences
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly Day = new(2018, 3, 31);

    [Theory]
    [InlineData("+position-in-member:chair", "Greta Sandpiper, Hussein Lock, Odile Brook")]
    [InlineData("+theme:export +organisation-kind:agency", "Ivo Strand, Percy Teal, Tomás Reed")]
    [InlineData("+theme:export &position-in-member", "Percy Teal")]
    [InlineData("+position-in-member &organisation:CRO -position-in-member:officer", "Odile Brook, Sunil Heron")]
    [InlineData("+organisation-kind:agency +organisation-kind:secretariat -theme:export", "Ivo Strand, Ottoline Marsh")]
    public async Task One_of_these_and_all_of_these_but_none_of_these(string conditions, string names)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var audience = Of(conditions);

        string.Join(", ", (await Read(network, audience)).Get.Select(c => c.Name)).ShouldBe(names);
        (await Sizes(network, audience)).Sum(s => s.People).ShouldBe(names.Split(", ").Length);
    }

    [Fact]
    public async Task Whatever_is_composed_conditions_meet_in_people_however_many_records_they_have()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var percy = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "percy-teal", Ct));
        await SecondRecord(network, percy, "CRO", ["flood"]);
        await SecondRecord(network, await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "odile-brook", Ct)), "BRK", ["export"]);
        var read = await network.Db(db => db.Set<Person>().ToDictionaryAsync(p => p.Id, p => p.Canonical, Ct));
        string[] terms = ["position-in-member", "position-in-member:chair,pa", "position-in-member:officer", "theme:flood", "theme:export", "organisation:BRK", "organisation:CRO", "organisation-kind:agency", "board", "grouping:upper"];
        var known = new Dictionary<string, HashSet<Guid>>();
        foreach (var term in terms) known[term] = [.. (await Records(network, term)).Select(id => read[id])];
        var line = Gen.Select(Gen.Int[0, 2], Gen.Int[0, terms.Length - 1]);

        await Gen.Select(Gen.Int[0, terms.Length - 1], line.Array[0, 4]).SampleAsync(async (first, others) =>
        {
            (int Sign, string Term)[] lines = [(0, terms[first]), .. others.Select(o => (o.Item1, terms[o.Item2]))];
            var audience = new Audience("x", "X", [.. lines.Select(l => AudienceLine.Parse("+&-"[l.Sign] + l.Term))]);
            var expected = lines.Where(l => l.Sign == 0).SelectMany(l => known[l.Term]).ToHashSet();
            foreach (var (sign, term) in lines.Where(l => l.Sign > 0)) expected.RemoveWhere(p => known[term].Contains(p) == (sign == 2));

            (await Read(network, audience)).Get.Select(c => c.Person).ShouldBe(expected, ignoreOrder: true, audience.Conditions);
            (await Sizes(network, audience)).Sum(s => s.People).ShouldBe(expected.Count, audience.Conditions);
        }, iter: 25, threads: 1);
    }

    [Fact]
    public async Task A_Chair_with_two_records_who_answered_is_not_told_that_they_have_not()
    {
        await using var network = await Asked.Network(4);
        var chair = await network.Db(db => db.Set<Person>().SingleAsync(p => p.Name == "Chair 01", Ct));
        var kept = new Person("The Chair of one", "one@home.example");
        await network.Has(kept);
        await network.Merges(chair.Id, kept.Id);
        var round = await network.HasRound();
        var elector = await network.Db(db => db.Set<Elector>().SingleAsync(e => e.Round == round.Id && e.Code == "M01", Ct));
        var hash = (await network.Round(round.Id)).Latest.Hash;

        (await Read(network, Of($"+position-in-member:chair &round:{round.Id:N}|missing"), network.Today())).Get.Select(c => c.Name).ShouldContain("The Chair of one");
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, kept.Id, new GivenAnswer(Answer.Agree, hash), AnswerWay.Link, null, network.Now, Ct));
        (await Read(network, Of($"+position-in-member:chair -round:{round.Id:N}|answered"), network.Today())).Get.Select(c => c.Name).ShouldBe(["Chair 02", "Chair 03", "Chair 04"]);
    }

    [Fact]
    public async Task Those_who_may_answer_a_round_are_found_by_whether_they_did()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.Answers(round, 1);
        await network.Answers(round, 2);
        await network.Answers(round, 2, Answer.Withdrawn);

        (await Read(network, Of($"+round:{round.Id:N}|missing"), network.Today())).Get.Select(c => c.Name).ShouldBe(["Chair 02", "Chair 03", "Chair 04"]);
        (await Read(network, Of($"+round:{round.Id:N}|answered"), network.Today())).Get.Select(c => c.Name).ShouldBe(["Chair 01"]);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/audiences/new", Ct)).ShouldContain("not answered: Do you agree this text on transport?");
    }

    [Fact]
    public async Task Those_asked_to_an_event_are_found_by_what_they_answered()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();

        (await Read(network, Of($"+invited:{at.Id:N}|silent"))).Get.Count.ShouldBe(3);
        (await Read(network, Of($"+invited:{at.Id:N}|coming"))).Get.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_audience_is_composed_looked_at_saved_and_changed_on_the_desk()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var looked = await staff.Submit("/desk/audiences/new", "/desk/audiences/new?handler=Look", ("Input.Name", "Chairs and chief executives"), ("Input.Any", "position-in-member:chair"), ("Input.Never", "organisation:CRO"));
        var page = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(Ct));
        page.ShouldContain("2 people: 2 with a current position in a member as Chair.");
        page.ShouldContain("Greta Sandpiper");
        page.ShouldNotContain("Odile Brook");
        (await network.Db(db => db.Set<Audience>().CountAsync(Ct))).ShouldBe(1, "looking saves nothing");

        var saved = await staff.Again(looked, "/desk/audiences/new");
        var address = saved.Headers.Location!.OriginalString;
        (await network.Db(db => db.Set<Audience>().SingleAsync(a => a.Code != Audience.AllMembers, Ct))).Conditions.ShouldBe("+position-in-member:chair\n-organisation:CRO");
        (await staff.GetStringAsync("/desk/audiences", Ct)).ShouldContain("Chair of a member, but not Crossmere and Wye Chamber");

        (await (await staff.Submit(address, null, ("Input.Name", " "))).Content.ReadAsStringAsync(Ct)).ShouldContain("An audience needs a name.");
        await staff.Submit(address, null, ("Input.Name", "Chairs"));
        (await network.Db(db => db.Set<Audience>().SingleAsync(a => a.Code != Audience.AllMembers, Ct))).Name.ShouldBe("Chairs");
    }

    [Fact]
    public async Task The_audience_that_bulletins_go_to_stays_as_it_is()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var id = await network.Db(db => db.Set<Audience>().Select(a => a.Id).SingleAsync(Ct));
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/audiences/{id}", Ct)).ShouldNotContain("Save the audience");
        await staff.Forge("/desk/audiences/new", $"/desk/audiences/{id}", ("Input.Name", "Mine"), ("Input.Any", "board"));

        (await network.Db(db => db.Set<Audience>().SingleAsync(Ct))).Conditions.ShouldBe("+position-in-member");
    }

    private static Audience Of(string conditions) => new("x", "X", [.. conditions.Split(' ').Select(AudienceLine.Parse)]);

    private static async Task SecondRecord(TheNetwork network, Person of, string organisation, List<string> themes)
    {
        var again = new Person($"{of.Name} again", $"again-{of.Email}");
        again.Take(await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.Code == organisation, Ct)), PositionKind.Officer, "", SigningIn.Since).Themes = themes;
        await network.Has(again);
        await network.Merges(again.Id, of.Id);
    }

    private static Task<List<Guid>> Records(TheNetwork network, string term) => network.In(s =>
    {
        var line = AudienceLine.Parse("+" + term);
        return s.GetServices<IAudienceTerm>().Single(t => t.Code == line.Term).People(s.GetRequiredService<Db>(), line.Value, Day).ToListAsync(Ct);
    });

    private static async Task<ChosenPeople> Read(TheNetwork network, Audience audience, DateOnly? on = null) =>
        new(await network.In(s => s.GetRequiredService<ReadAudience>().On(audience, on ?? Day, Audience.LookedAtBy, Ct)));

    private static Task<IReadOnlyList<(string Reason, int People)>> Sizes(TheNetwork network, Audience audience) =>
        network.In(s => s.GetRequiredService<AudienceSize>().On(audience, Day, Ct));
}

internal static class Days
{
    public static DateOnly Today(this TheNetwork network) => DateOnly.FromDateTime(network.Now.UtcDateTime);
}
