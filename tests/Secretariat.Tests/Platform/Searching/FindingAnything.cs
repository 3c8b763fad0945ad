using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Searching;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Platform.Searching;

public sealed class FindingAnything
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("renee")]
    [InlineData("RENÉE")]
    [InlineData("obrien")]
    [InlineData("o'brien renée")]
    [InlineData("re")]
    [InlineData("renee.obrien@people.example")]
    [InlineData("7946 0001")]
    [InlineData("ill blackport")]
    public async Task Somebody_is_found_by_any_part_of_what_is_known_of_them(string words)
    {
        await using var network = await TheNetwork.Begin();
        var (body, person) = (new Organisation("X1", "Blackport Hill", OrganisationKind.Member), new Person("Renée O’Brien", "renee.obrien@people.example") { Phone = "020 7946 0001" });
        person.Take(body, PositionKind.Chair, "", new DateOnly(2017, 1, 1));
        await network.Has(body, person, new Person("Somebody Else", "else@people.example"));

        (await network.Finds(words, "person")).ShouldBe(["Renée O’Brien"]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("renee OR else")]
    [InlineData("renee* NEAR(else)")]
    [InlineData("%")]
    [InlineData("_e")]
    [InlineData("Folded:renee")]
    [InlineData("'; DROP TABLE search; --")]
    [InlineData("{0}")]
    [InlineData("(((")]
    public async Task What_a_database_could_take_for_an_operator_is_only_letters(string words)
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Person("Renée O’Brien", "renee@people.example"));

        (await network.Finds(words)).ShouldBeEmpty();
        (await network.Finds("renee")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Renne", "renee")]
    [InlineData("Blackprot", "blackport")]
    [InlineData("Blakport Renee", "blackport renee")]
    public async Task A_misspelt_name_is_tried_when_nothing_has_the_words(string typed, string meant)
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Person("Renée Blackport", "rb@people.example"), new Person("Rena Blackwood", "else@people.example"));

        var found = await network.Look(typed);

        found.Instead.ShouldBe(meant);
        found.Kinds.SelectMany(k => k.Hits).ShouldHaveSingleItem().Title.ShouldBe("Renée Blackport");
    }

    [Fact]
    public async Task Whoever_is_called_by_the_words_comes_before_all_the_others_who_only_mention_them()
    {
        await using var network = await TheNetwork.Begin();
        var body = new Organisation("X1", "London", OrganisationKind.Other);
        await network.Has(body, new Person("Jack London", "jack@people.example"));
        await network.Has([.. Enumerable.Range(0, Search.Most + 20).Select(i =>
        {
            var officer = new Person($"Officer {i:000}", $"officer{i}@people.example");
            officer.Take(body, PositionKind.Officer, "", new DateOnly(2017, 1, 1));
            return officer;
        })]);
        await network.Has(new Person("Jill London", "jill@people.example"));

        (await network.Finds("london", "person")).Take(2).Order().ShouldBe(["Jack London", "Jill London"]);
        (await network.Finds("j london", "person")).ShouldBeEmpty("one letter is a word");
        (await network.Look("london", "person")).Kinds.Single().More.ShouldBeTrue();
    }

    [Fact]
    public async Task What_changes_is_found_by_its_new_words_at_once_and_by_its_old_ones_no_more()
    {
        await using var network = await TheNetwork.Begin();
        var (body, person) = (new Organisation("X1", "Blackport", OrganisationKind.Member), new Person("Ada Ash", "ada@people.example"));
        person.Take(body, PositionKind.Chair, "", new DateOnly(2017, 1, 1));
        await network.Has(body, person);

        await network.Db(async db =>
        {
            (await db.Set<Person>().SingleAsync(Ct)).Rename("Ada Birch");
            (await db.Set<Organisation>().SingleAsync(Ct)).Rename("Greyhaven", "Greyhaven");
            await db.Save(TheNetwork.Staff, "Rename", Ct);
        });

        (await network.Finds("ash")).ShouldBeEmpty();
        (await network.Finds("blackport")).ShouldBeEmpty();
        (await network.Finds("greyhaven birch")).ShouldBe(["Ada Birch"]);
    }

    [Fact]
    public async Task What_was_never_saved_is_not_found()
    {
        await using var network = await TheNetwork.Begin();

        await Should.ThrowAsync<InvalidOperationException>(() => network.Db(db => db.Write(async () =>
        {
            db.Add(new Person("Ada Ash", "ada@people.example"));
            await db.Save(TheNetwork.Staff, "Add", Ct);
            throw new InvalidOperationException("it goes wrong");
        }, Ct)));

        (await network.Finds("ash")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merged_name_leads_to_the_record_that_is_kept_and_stands_in_the_list_once()
    {
        await using var network = await TheNetwork.Begin();
        var (kept, old) = (new Person("Percy Teal", "percy@people.example"), new Person("P. Tealby", "ptealby@home.example"));
        await network.Has(kept, old);
        await network.Merges(old.Id, kept.Id);

        (await network.Look("tealby")).Kinds.Single().Hits.Single().Href.ShouldBe($"/desk/people/{kept.Id}");
        (await network.Look("teal")).Kinds.Single().Hits.Single().Title.ShouldBe("Percy Teal");
    }

    [Fact]
    public async Task Whoever_is_erased_is_found_by_nothing_and_no_word_of_them_is_left_in_the_index()
    {
        await using var network = await TheNetwork.Begin();
        var (ada, other) = (new Person("Ada Quillfeather", "ada@people.example"), new Person("Ben Birch", "ben@people.example"));
        await network.Has(ada, other);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(ada.Id, TheNetwork.Staff, Ct));

        (await network.Finds("quillfeather")).ShouldBeEmpty();
        (await network.Finds("ada")).ShouldBeEmpty();
        (await network.Db(db => db.Set<SearchEntry>().CountAsync(e => e.Folded.Contains("quillfeather") || e.Record == ada.Id, Ct))).ShouldBe(0);
        (await network.Finds("birch")).ShouldBe(["Ben Birch"]);
    }

    [Fact]
    public async Task The_index_made_anew_from_the_records_finds_the_same()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var before = await Entries(network);
        before.Count.ShouldBeGreaterThan(10);
        await network.Db(db => db.Write(() => db.Set<SearchEntry>().Where(e => e.Kind == "person").ExecuteDeleteAsync(Ct), Ct));

        await network.In(s => s.GetRequiredService<BuildIndex>().Run(all: true, Ct));

        (await Entries(network)).ShouldBe(before);
        (await network.Finds("teal")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Whoever_may_not_see_a_kind_is_not_shown_that_it_is_there()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Person("Ada Ash", "ada@people.example"));

        (await network.In(s => s.GetRequiredService<Search>().Run("ash", _ => false, null, 8, Ct))).Kinds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_desk_page_has_the_box_and_what_is_found_stands_by_kind_with_what_matched()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync("/desk/board", Ct)).ShouldContain("action=\"/desk/find\"");
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/find?q=brackwater", Ct));

        page.ShouldContain(">People</h2>");
        page.ShouldContain(">Organisations</h2>");
        page.ShouldContain("<mark>Brackwater</mark>");
        (await staff.GetStringAsync("/desk/find?q=%3Cscript%3Ealert(1)%3C/script%3E", Ct)).ShouldNotContain("<script>alert");
    }

    private static Task<List<string>> Entries(TheNetwork network) => network.Db(async db =>
        (await db.Set<SearchEntry>().ToListAsync(Ct)).Select(e => $"{e.Kind} {e.Record} {e.Title} {e.Text} {e.Href} {e.On} {e.Folded}").Order(StringComparer.Ordinal).ToList());
}

internal static class Looking
{
    public static Task<Found> Look(this TheNetwork network, string words, string? kind = null) =>
        network.In(s => s.GetRequiredService<Search>().Run(words, right => right != Secretariat.Platform.Contracts.IFoundByVisitors.Visitors, kind, Search.Most, TestContext.Current.CancellationToken));

    public static async Task<IReadOnlyList<string>> Finds(this TheNetwork network, string words, string? kind = null) =>
        [.. (await network.Look(words, kind)).Kinds.SelectMany(k => k.Hits).Select(h => h.Title)];
}
