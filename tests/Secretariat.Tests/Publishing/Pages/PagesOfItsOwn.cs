using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Publishing.Pages;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;

namespace Secretariat.Tests.Publishing.Pages;

public sealed class PagesOfItsOwn
{
    [Fact]
    public async Task A_page_that_staff_write_and_publish_is_read_at_its_address_and_found_in_the_footer()
    {
        await using var network = await TheNetwork.Begin();
        var (staff, visitor) = (await network.AsStaff(), network.Client());
        (await visitor.GetAsync("/who-we-are")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await visitor.GetStringAsync("/");

        var made = await staff.Submit("/desk/pages/new", null, ("Input.Title", "Who we are"), ("Input.Lead", "A few words."), ("Input.Text", "## Our members\n\nThey *decide*. See [all of them](/members)."), ("Input.InFooter", "true"));
        (await visitor.GetAsync("/who-we-are")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is nobody's");
        (await staff.GetStringAsync($"{made.Headers.Location}/preview")).ShouldContain("<h2>Our members</h2>");
        await staff.Submit($"{made.Headers.Location}/publish", null, ("Input.Kind", "Information"));

        var page = await visitor.GetStringAsync("/who-we-are");
        page.ShouldContain("<h2>Our members</h2>");
        page.ShouldContain("<a href=\"/members\">all of them</a>");
        (await visitor.GetStringAsync("/")).ShouldContain("<a href=\"/who-we-are\">Who we are</a>", customMessage: "the page that was kept is made anew");
        (await visitor.GetStringAsync("/sitemap.xml")).ShouldContain("/who-we-are");
    }

    [Fact]
    public async Task Everybody_reads_the_version_that_was_published_until_the_next_one_is()
    {
        await using var network = await TheNetwork.Begin();
        var page = await network.HasPage("about", "What **was** said.");
        await network.PublishesPage(page);
        var staff = await network.AsStaff();

        await staff.Submit($"/desk/pages/{page}", null, ("Input.Text", "What is said now."));
        (await network.Client().GetStringAsync("/about")).ShouldContain("What <strong>was</strong> said.");
        (await staff.GetStringAsync("/desk")).ShouldContain("was changed and is not published yet");
        await network.PublishesPage(page);

        (await network.Client().GetStringAsync("/about")).ShouldContain("What is said now.");
        (await staff.GetStringAsync("/desk")).ShouldNotContain("was changed and is not published yet");
        (await staff.GetStringAsync($"/desk/pages/{page}/versions/1")).ShouldContain("What <strong>was</strong> said.");
        await staff.Submit($"/desk/pages/{page}?from=1");
        await network.PublishesPage(page);
        (await network.Client().GetStringAsync("/about")).ShouldContain("What <strong>was</strong> said.");
        (await network.Db(db => db.Set<PageVersion>().CountAsync())).ShouldBe(3);
    }

    [Theory]
    [InlineData("desk"), InlineData("members"), InlineData("lib"), InlineData("sign-in"), InlineData("robots.txt"), InlineData("About"), InlineData("a/b"), InlineData("search")]
    public async Task A_page_cannot_take_an_address_that_the_program_owns_or_that_is_none(string slug)
    {
        await using var network = await TheNetwork.Begin();
        var staff = await network.AsStaff();

        var answer = await staff.Submit("/desk/pages/new", null, ("Input.Title", "Ours"), ("Input.Text", "Words."), ("Input.Slug", slug));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Input_Slug-fault");
        (await network.Db(db => db.Set<SitePage>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Visitors_have_the_page_on_privacy_before_the_network_writes_its_own_and_it_is_never_taken_off()
    {
        await using var network = await TheNetwork.Begin();
        foreach (var path in SitePage.Owed) (await network.Client().GetAsync($"/{path}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await network.HasPage("privacy", "Ours.");
        (await network.Client().GetStringAsync("/privacy")).ShouldContain("When you only look", customMessage: "a draft takes nothing away");

        await network.PublishesPage(page);

        (await network.Client().GetStringAsync("/privacy")).ShouldContain("Ours.");
        await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<PublishPage>().TakeOff(page, "No longer", TheNetwork.Staff, default)));
    }

    [Fact]
    public async Task What_the_pack_brings_is_marked_as_its_own_and_what_staff_wrote_is_not_lost_on_the_next_import()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var privacy = await network.Db(db => db.Set<SitePage>().AsNoTracking().SingleAsync(p => p.Slug == "privacy"));
        (await network.Db(db => db.Set<PageVersion>().SingleAsync(v => v.Page == privacy.Id))).OfPack.ShouldBeTrue();
        var staff = await network.AsStaff();
        await staff.Submit($"/desk/pages/{privacy.Id}", null, ("Input.Text", "Ours."));

        (await network.Import("testpacks/three")).Faults.ShouldBeEmpty();

        (await network.Db(db => db.Set<SitePage>().AsNoTracking().SingleAsync(p => p.Slug == "privacy"))).Markdown.ShouldBe("Ours.");
        (await network.Db(db => db.Set<PageVersion>().CountAsync(v => v.Page == privacy.Id))).ShouldBe(1, "the same pack twice adds nothing");
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_newer_pack_puts_nothing_on_the_website_that_staff_took_off_or_that_a_hold_keeps_as_it_is(bool takenOff)
    {
        await using var network = await TheNetwork.Begin();
        var pack = Directory.CreateDirectory(Path.Combine(network.Folder, "pack")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "testpacks/three"))) File.Copy(file, Path.Combine(pack, Path.GetFileName(file)));
        void Says(string words) => File.WriteAllText(Path.Combine(pack, "pages.yaml"), $"pages:\n  - slug: about\n    title: About us\n    text: {words}\n");
        Says("What was said.");
        (await network.Import(pack)).Faults.ShouldBeEmpty();
        var page = await network.Db(db => db.Set<SitePage>().AsNoTracking().SingleAsync(p => p.Slug == "about"));
        if (takenOff) await network.In(s => s.GetRequiredService<PublishPage>().TakeOff(page.Id, "Out of date.", TheNetwork.Staff, default));
        else await network.Has(Hold.On(Hold.Public, "General election", network.Now, null));

        Says("What is said now.");
        (await network.Import(pack)).Faults.ShouldBeEmpty();

        var now = await network.Db(db => db.Set<SitePage>().AsNoTracking().SingleAsync(p => p.Slug == "about"));
        now.Markdown.ShouldBe("What is said now.", "it waits as a draft");
        now.State.ShouldBe(takenOff ? WebState.TakenOff : WebState.Published);
        if (!takenOff) (await network.Client().GetStringAsync("/about")).ShouldContain("What was said.");
    }

    [Fact]
    public async Task Ticking_the_foot_of_every_page_changes_nothing_until_the_page_is_published()
    {
        await using var network = await TheNetwork.Begin();
        var page = await network.HasPage("about", "Words.");
        await network.PublishesPage(page);
        var staff = await network.AsStaff();

        await staff.Submit($"/desk/pages/{page}", null, ("Input.InFooter", "true"));
        (await network.Client().GetStringAsync("/")).ShouldNotContain("href=\"/about\"");
        (await staff.GetStringAsync("/desk")).ShouldContain("was changed and is not published yet");
        await network.PublishesPage(page);

        (await network.Client().GetStringAsync("/")).ShouldContain("href=\"/about\"");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_stand_on_a_page()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var statement = await network.TakesInForAll(mandate.Id);
        var page = await network.HasPage("about", PlainText.From(statement.Html));

        (await Should.ThrowAsync<RuleBroken>(() => network.PublishesPage(page))).Message.ShouldContain("put to members");

        (await network.Refusals()).ShouldNotBeEmpty();
        (await network.Client().GetAsync("/about")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_hold_keeps_pages_as_they_are_and_what_is_taken_off_says_why()
    {
        await using var network = await TheNetwork.Begin();
        var page = await network.HasPage("about", "Words.");
        await network.PublishesPage(page);
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, null));
        var staff = await network.AsStaff();
        await staff.Submit($"/desk/pages/{page}", null, ("Input.Text", "Other words."));

        (await Should.ThrowAsync<RuleBroken>(() => network.PublishesPage(page))).Message.ShouldContain("General election");
        await staff.Submit($"/desk/pages/{page}/publish", "?handler=off", ("Input.Why", "It was out of date."));

        var gone = await network.Client().GetAsync("/about");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("It was out of date.");
    }

    [Theory]
    [InlineData("[words](javascript:alert(1))"), InlineData("[words](//elsewhere.example)"), InlineData("[words](http://elsewhere.example)"), InlineData("Dear {{name}}"), InlineData("")]
    public void A_page_keeps_no_text_that_leads_astray(string text) => Should.Throw<RuleBroken>(() => PageWords.Typed("Ours", "", text)).Field.ShouldBe("Text");
}

internal static class WebDesk
{
    public static async Task<Guid> HasPage(this TheNetwork network, string slug, string text)
    {
        var page = new SitePage(slug, PageWords.Typed("About us", "", text));
        await network.Has(page);
        return page.Id;
    }

    public static Task PublishesPage(this TheNetwork network, Guid id) => network.In(async s =>
    {
        var page = await s.GetRequiredService<Db>().Set<SitePage>().AsNoTracking().SingleAsync(p => p.Id == id);
        await s.GetRequiredService<PublishPage>().Run(id, page.Words.Hash(), ItemKind.Information, TheNetwork.Staff, default);
    });
}
