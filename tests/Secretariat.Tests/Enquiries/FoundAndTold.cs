using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Media;
using Secretariat.Events.Wishes;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Timelines;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Searching;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Timelines;
using Secretariat.Tests.Platform.Searching;
using Secretariat.Tests.Publishing.News;

namespace Secretariat.Tests.Enquiries;

/// <summary>Enquiries, media, news and wishes are found by their words, and stand in the story of whoever they concern.</summary>
public sealed class FoundAndTold
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_enquiry_is_found_by_what_was_said_and_who_had_it_and_stands_in_the_story_of_both_sides()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        await network.Settles(handover, new Settled(Settling.Answer, "Every Saturday, at the north steps."));
        await network.Has(new Person("Ada Byron", "ada.byron@elsewhere.example"));

        foreach (var words in new[] { enquiry.Reference, "engines byron", "north steps", "lionel weir", "stall quay" }) (await network.Finds(words, "enquiry")).ShouldBe([enquiry.Subject], words);
        (await Story(network, "ALD")).ShouldContain($"Was handed an enquiry: {enquiry.Subject}");
        (await Story(network, "ALD")).ShouldContain($"The enquiry “{enquiry.Subject}”: answered");
        (await Said(network, "Lionel Weir")).ShouldContain($"Was handed an enquiry: {enquiry.Subject}");
        (await Said(network, "Ada Byron")).ShouldBe([$"Their enquiry was closed: {enquiry.Subject}", $"Asked: {enquiry.Subject}"], ignoreOrder: true);
        (await Said(network, "Percy Teal")).ShouldNotContain(w => w.Contains("enquiry"));
    }

    [Fact]
    public async Task Of_whoever_asked_or_answered_no_word_is_left_in_the_index_or_the_lines_once_they_are_erased()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        var handover = await network.HandedOver(enquiry.Id);
        await network.Settles(handover, new Settled(Settling.Answer, "Every Saturday, at the north steps."));
        await network.Has(new Person("Ada Byron", "ada.byron@elsewhere.example"));

        await network.In(async s => await s.GetRequiredService<ErasePerson>().Run(await network.PersonCalled("Lionel Weir"), TheNetwork.Staff, Ct));

        (await network.Finds("weir", "enquiry")).ShouldBeEmpty();
        (await network.Finds("engines", "enquiry")).ShouldHaveSingleItem();
        (await network.Lines(enquiry.Id)).ShouldNotContain(l => l.By.Contains("Weir"));
        await network.In(async s => await s.GetRequiredService<ErasePerson>().Run(await network.PersonCalled("Ada Byron"), TheNetwork.Staff, Ct));
        foreach (var words in new[] { "byron", "engines", "north steps", "stall" }) (await network.Finds(words)).ShouldBeEmpty(words);
        (await network.Db(db => db.Set<SearchEntry>().CountAsync(e => e.Folded.Contains("byron") || e.Text.Contains("Weir"), Ct))).ShouldBe(0);
        (await network.Finds(enquiry.Reference, "enquiry")).ShouldBe([Enquiry.Forgotten]);
    }

    [Fact]
    public async Task An_enquirer_whose_time_is_over_leaves_the_index_too()
    {
        await using var network = await TheDiary.Begin();
        var enquiry = await network.Asked();
        await network.In(s => s.GetRequiredService<AnswerEnquiry>().Run(enquiry.Id, "On Saturdays.", false, TheNetwork.Staff, network.Now, Ct));
        (await network.Finds("byron engines")).ShouldNotBeEmpty();

        await network.MoveTo(network.Now.AddMonths(12).AddDays(1));

        (await network.Finds("byron")).ShouldBeEmpty();
        (await network.Finds("saturdays")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_spoke_to_the_media_has_it_in_their_story_and_their_name_leaves_it_with_them()
    {
        await using var network = await TheDiary.Begin();
        var odile = await network.PersonCalled("Odile Brook");
        var request = await network.In(s => s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "First sales abroad") { Journalist = "Isla Munro" }, TheNetwork.Staff, network.Now, Ct));
        await network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.MemberSpoke, "CRO", "odile brook"), TheNetwork.Staff, network.Now, Ct));

        (await network.Finds("harbour munro", "media")).ShouldBe(["Harbour News: First sales abroad"]);
        (await Said(network, "Odile Brook")).ShouldContain("Spoke to Harbour News: First sales abroad");
        (await Story(network, "CRO")).ShouldContain("odile brook spoke to Harbour News: First sales abroad");
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(odile, TheNetwork.Staff, Ct));

        (await network.Finds("odile")).ShouldBeEmpty();
        (await Story(network, "CRO")).ShouldContain("somebody there spoke to Harbour News: First sales abroad");
    }

    [Fact]
    public async Task News_is_found_by_the_words_that_were_approved_and_stands_in_its_members_story()
    {
        await using var network = await TheNetwork.Begin();
        var (member, item) = await network.HasPublicItem();
        (await network.Finds("terminal crane", "news")).ShouldBeEmpty();

        await network.Publishes(item);

        (await network.Finds("terminal crane website", "news")).ShouldBe([item.Heading]);
        (await Story(network, member.Code)).ShouldContain($"Published: {item.Heading}");
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/find?q=crane", Ct)).ShouldContain("On the website</h2>");
    }

    [Fact]
    public async Task A_wish_is_found_leads_to_its_own_call_and_stands_in_the_story_of_who_proposed_it()
    {
        await using var network = await TheDiary.Begin();
        var (member, percy) = (await Member(network, "BRK"), await network.PersonCalled("Percy Teal"));
        var rank = (Func<RankWishes, Task> verb) => network.In(s => verb(s.GetRequiredService<RankWishes>()));
        var (first, wish) = (Guid.Empty, Guid.Empty);
        await rank(async r => first = (await r.Open(new DateOnly(2019, 1, 18), TheNetwork.Staff, network.Now, Ct)).Id);
        await rank(async r => wish = await r.Propose(first, member, percy, new("Keeping locks open", null, "Ice."), TheNetwork.Staff, network.Now, Ct));
        await rank(r => r.Rank(first, member, percy, [wish], TheNetwork.Staff, network.Now, Ct));
        network.Clock.StopAt(network.Now.AddDays(60));
        await rank(r => r.Open(new DateOnly(2019, 3, 18), TheNetwork.Staff, network.Now, Ct));

        var hit = (await network.Look("locks ice", "wish")).Kinds.Single().Hits.Single();

        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync(hit.Href, Ct)).ShouldContain("Keeping locks open");
        (await staff.GetStringAsync("/desk/events/wishes", Ct)).ShouldNotContain("Keeping locks open");
        (await network.Finds("asked what workshops march", "wish")).ShouldHaveSingleItem();
        (await Said(network, "Percy Teal")).ShouldContain("Proposed a workshop: Keeping locks open");
        (await Story(network, "BRK")).ShouldContain("Ranked wishes for workshops");
        (await Story(network, "ALD")).ShouldNotContain(w => w.Contains("workshop"));
    }

    [Fact]
    public async Task Made_anew_from_the_records_the_index_of_these_kinds_finds_the_same()
    {
        await using var network = await TheDiary.Begin();
        await network.HandedOver((await network.Asked()).Id);
        var before = await network.Finds("engines");

        await network.Db(db => db.Write(() => db.Set<SearchEntry>().ExecuteDeleteAsync(Ct), Ct));
        await network.In(s => s.GetRequiredService<BuildIndex>().Run(all: true, Ct));

        (await network.Finds("engines")).ShouldBe(before);
    }

    private static Task<Guid> Member(TheNetwork network, string code) => network.Db(db => db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(Ct));

    private static async Task<List<string>> Story(TheNetwork network, string code)
    {
        var member = await Member(network, code);
        return [.. (await network.In(s => s.GetRequiredService<ReadTimeline>().OfOrganisation(member, network.Now.AddDays(1), Ct))).Lines.Select(l => l.What)];
    }

    private static async Task<List<string>> Said(TheNetwork network, string person) => [.. (await network.Of(await network.PersonCalled(person))).Lines.Select(l => l.What)];
}
