using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Pages;
using Secretariat.Publishing.Publications;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;
using Secretariat.Tests.Publishing.Pages;
using Secretariat.Tests.Publishing.Publications;

namespace Secretariat.Tests.Publishing.Searching;

/// <summary>What visitors find is what they may read, at the moment at which they look.</summary>
public sealed class LookingOnTheWebsite
{
    [Fact]
    public async Task A_visitor_finds_news_pages_publications_and_members_by_their_words()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item);
        await network.PublishesPage(await network.HasPage("about", "We meter every terminal."));
        await network.PutsOut(await network.HasPublication("Terminal figures", Circulation.Public));

        var found = await network.Client().GetStringAsync("/search?q=terminal");

        foreach (var address in new[] { "/news/a-harbour-that-saves-power", "/about", "/publications/terminal-figures" }) found.ShouldContain($"href=\"{address}\"");
        (await network.Client().GetStringAsync("/search?q=solent")).ShouldContain("href=\"/members/S1\"");
        (await network.Client().GetStringAsync("/search?q=terminla")).ShouldContain("These have <strong>terminal</strong>");
        (await network.Client().GetStringAsync("/search")).ShouldNotContain("Nothing found");
        (await network.Client().GetStringAsync("/search?q=%00%22%27%20OR%20nothing*")).ShouldContain("Nothing found");
    }

    [Fact]
    public async Task What_is_not_public_now_is_not_found()
    {
        await using var network = await TheNetwork.Begin();
        var (_, narrowed) = await network.HasPublicItem();
        await network.Publishes(narrowed);
        await network.Edits(narrowed, Written.Draft());
        var off = await network.HasPublication("Terminal one", Circulation.Public);
        await network.PutsOut(off);
        await network.In(s => s.GetRequiredService<PutOutPublication>().TakeOff(off, "Wrong", TheNetwork.Staff, network.Now, default));
        await network.PutsOut(await network.HasPublication("Terminal two", Circulation.Members));
        await network.HasPublication("Terminal three", Circulation.Public);
        await network.HasPage("about", "A terminal that nobody has published.");
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, null));
        await network.PutsOut(await network.HasPublication("Terminal four", Circulation.Public));

        (await network.Client().GetStringAsync("/search?q=terminal")).ShouldContain("Nothing found");
        var misspelt = await network.Client().GetStringAsync("/search?q=terminla");
        misspelt.ShouldNotContain("terminal", customMessage: "a word of what nobody may read is not told either");
    }

    [Fact]
    public async Task The_draft_of_a_page_is_not_found_but_the_version_that_stands_there()
    {
        await using var network = await TheNetwork.Begin();
        var page = await network.HasPage("about", "Lighthouses.");
        await network.PublishesPage(page);
        var staff = await network.AsStaff();
        await staff.Submit($"/desk/pages/{page}", null, ("Input.Text", "Windmills."));

        (await network.Client().GetStringAsync("/search?q=windmills")).ShouldContain("Nothing found");
        (await network.Client().GetStringAsync("/search?q=lighthouses")).ShouldContain("href=\"/about\"");
        await network.In(s => s.GetRequiredService<PublishPage>().TakeOff(page, "Old", TheNetwork.Staff, default));
        (await network.Client().GetStringAsync("/search?q=lighthouses")).ShouldContain("Nothing found");
    }

    [Fact]
    public async Task A_statement_whose_mandate_is_withdrawn_is_not_found()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var item = await network.TakesInForAll(mandate.Id);
        await network.Publishes(item);
        var address = (await network.Published(item)).Path;
        var word = Uri.EscapeDataString(item.Heading);
        (await network.Client().GetStringAsync($"/search?q={word}")).ShouldContain($"href=\"{address}\"");

        await network.Withdraw(mandate);

        (await network.Client().GetStringAsync($"/search?q={word}")).ShouldNotContain($"href=\"{address}\"");
    }

    [Fact]
    public async Task The_desk_finds_each_thing_once_and_visitors_find_nothing_of_the_desk()
    {
        await using var network = await TheNetwork.Begin();
        await network.PutsOut(await network.HasPublication("Terminal figures", Circulation.Public));
        await network.HasReader("S2", "Cora Quayle");
        var staff = await network.AsStaff();

        (await staff.GetStringAsync("/desk/find?q=terminal")).ShouldNotContain("site-publication");
        (await network.Client().GetStringAsync("/search?q=quayle")).ShouldContain("Nothing found");
        (await network.Client().GetStringAsync("/search?q=quayle&kind=person")).ShouldContain("Nothing found");
    }
}
