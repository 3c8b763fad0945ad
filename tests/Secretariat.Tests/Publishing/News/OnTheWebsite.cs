using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.News;

public sealed class OnTheWebsite
{
    [Fact]
    public async Task An_item_that_is_put_on_the_website_is_read_there_by_everybody()
    {
        await using var network = await TheNetwork.Begin();
        var (member, item) = await network.HasPublicItem();
        var staff = await network.AsStaff();
        (await network.Client().GetAsync("/news/a-harbour-that-saves-power")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await staff.Submit($"/desk/items/{item.Id}/website", null, ("Input.Kind", "Success"), ("Input.Later", "false"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await network.Client().GetStringAsync("/news/a-harbour-that-saves-power");
        page.ShouldContain("<strong>terminal</strong>");
        page.ShouldContain("application/ld+json");
        page.ShouldContain("rel=\"canonical\"");
        foreach (var where in new[] { "/", "/news", $"/members/{member.Code}", $"/news?member={member.Code}", "/feed.atom", "/feed.json", "/api/v1/news" }) (await network.Client().GetStringAsync(where)).ShouldContain(item.Heading, customMessage: where);
        (await network.Client().GetStringAsync("/sitemap.xml")).ShouldContain("/news/a-harbour-that-saves-power");
    }

    [Theory]
    [InlineData(Circulation.Members)]
    [InlineData(Circulation.Public)]
    public async Task Nothing_goes_to_the_website_that_not_everybody_may_read(Circulation circulation)
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = circulation, PublicFrom = circulation == Circulation.Public ? new DateOnly(2017, 10, 20) : null });

        (await Should.ThrowAsync<RuleBroken>(() => network.Publishes(item))).Message.ShouldContain("cannot leave");

        if (circulation != Circulation.Public) return;
        await network.Publishes(item, network.Now.AddDays(5));
        (await network.Client().GetStringAsync("/news")).ShouldNotContain(item.Heading);
        await network.MoveTo(network.Now.AddDays(5));
        (await network.Client().GetStringAsync("/news")).ShouldContain(item.Heading);
    }

    [Fact]
    public async Task An_item_that_is_narrowed_is_gone_from_the_website_at_once()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item);

        await network.Edits(item, Written.Draft());

        (await network.Client().GetAsync("/news/a-harbour-that-saves-power")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await network.Client().GetStringAsync("/feed.json")).ShouldNotContain(item.Heading);
    }

    [Fact]
    public async Task The_website_keeps_the_words_that_were_approved_until_somebody_approves_others()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item);

        await network.Edits(item, Written.Draft("A harbour that saves more") with { Circulation = Circulation.Public });
        (await network.Client().GetStringAsync("/news")).ShouldContain("A harbour that saves power");
        await network.Publishes(item);

        var page = await network.Client().GetStringAsync("/news/a-harbour-that-saves-power");
        page.ShouldContain("A harbour that saves more");
        page.ShouldContain("changed on 16 October 2017");
    }

    [Fact]
    public async Task What_was_changed_after_its_approval_does_not_go_at_its_hour()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item, network.Now.AddHours(2));

        await network.Edits(item, Written.Draft("Other words") with { Circulation = Circulation.Public });
        await network.MoveTo(network.Now.AddHours(3));

        var published = await network.Published(item);
        published.State.ShouldBe(WebState.Draft);
        published.Returned.ShouldNotBeNull().ShouldContain("is void");
    }

    [Fact]
    public async Task What_is_taken_off_says_at_its_address_why_it_is_gone()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item);
        var staff = await network.AsStaff();

        await staff.Submit($"/desk/items/{item.Id}/website", "?handler=off", ("Input.Why", "The figures were wrong."));

        var gone = await network.Client().GetAsync("/news/a-harbour-that-saves-power");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("The figures were wrong.");
        await network.Publishes(item);
        (await network.Client().GetAsync("/news/a-harbour-that-saves-power")).StatusCode.ShouldBe(HttpStatusCode.OK, "it comes back to its own address");
    }

    [Fact]
    public async Task Text_that_was_changed_while_somebody_read_it_is_not_published()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<PutOnWebsite>().Run(item.Id, "another hash", ItemKind.Success, null, TheNetwork.Staff, network.Now, default)))).Message.ShouldContain("while you were reading");
    }

    [Fact]
    public async Task A_hold_keeps_what_is_scheduled_back_and_leaves_what_stands_there()
    {
        await using var network = await TheNetwork.Begin();
        var (_, before) = await network.HasPublicItem();
        await network.Publishes(before);
        var later = await network.HasItem(Written.Draft("News of the week") with { Circulation = Circulation.Public, Theme = "skills" });
        await network.Publishes(later, network.Now.AddHours(1));
        var staff = await network.AsStaff();
        await staff.Submit("/desk/holds", null, ("Input.Scope", Hold.Public), ("Input.Reason", "General election"), ("Input.Until", "2017-10-20"));

        await network.MoveTo(network.Now.AddDays(2));
        var page = await network.Client().GetStringAsync("/news");
        page.ShouldContain(before.Heading);
        page.ShouldNotContain(later.Heading);
        (await staff.GetStringAsync($"/desk/items/{later.Id}/website")).ShouldContain("General election");

        await network.MoveTo(new DateTimeOffset(2017, 10, 21, 0, 0, 0, TimeSpan.Zero));
        (await network.Client().GetStringAsync("/news")).ShouldContain(later.Heading);
    }

    [Fact]
    public async Task A_hold_that_stands_is_listed_however_many_came_after_it()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(Hold.On(Hold.Public, "It began long ago", network.Now.AddYears(-1), null));
        await network.Has([.. Enumerable.Range(1, 60).Select(n => Hold.On("theme:skills", $"Short {n}", network.Now.AddDays(-n), network.Now.AddDays(-n).AddHours(1)))]);

        var page = await (await network.AsStaff()).GetStringAsync("/desk/holds");

        page.ShouldContain("It began long ago");
        page.ShouldContain("Short 1<");
    }

    [Fact]
    public async Task A_hold_that_is_lifted_lets_go_what_waited()
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public, Theme = "skills" });
        await network.Has(Hold.On("theme:skills", "The minister is to speak", network.Now, null));
        await network.Publishes(item);
        (await network.Published(item)).State.ShouldBe(WebState.Scheduled);
        await network.MoveTo(network.Now.AddDays(30));
        (await network.Published(item)).State.ShouldBe(WebState.Scheduled);
        var hold = await network.Db(db => db.Set<Hold>().SingleAsync());
        var staff = await network.AsStaff();

        await staff.Submit("/desk/holds", $"?handler=lift&id={hold.Id}");
        await network.MoveTo(network.Now.AddMinutes(1));

        (await network.Published(item)).State.ShouldBe(WebState.Published);
    }
}

internal static class Newsroom
{
    public static async Task<(Organisation Member, Item Item)> HasPublicItem(this TheNetwork network)
    {
        var member = new Organisation("S1", "Solent", OrganisationKind.Member) { TileLabel = "S1" };
        await network.Has(member);
        return (member, await network.HasItem(Written.Draft() with { Circulation = Circulation.Public, About = [member.Id] }));
    }

    public static async Task<Item> HasItem(this TheNetwork network, ItemDraft draft)
    {
        var item = new Item(draft, network.Now);
        await network.Has(item);
        return item;
    }

    public static Task Publishes(this TheNetwork network, Item item, DateTimeOffset? at = null) => network.In(async s =>
    {
        var now = await s.GetRequiredService<Db>().Set<Item>().AsNoTracking().SingleAsync(i => i.Id == item.Id);
        await s.GetRequiredService<PutOnWebsite>().Run(item.Id, (await s.GetRequiredService<CurrentContent>().Of(now, default)).Hash(), now.Kind, at, TheNetwork.Staff, network.Now, default);
    });

    public static Task Edits(this TheNetwork network, Item item, ItemDraft draft) => network.In(async s =>
    {
        var db = s.GetRequiredService<Db>();
        await s.GetRequiredService<EditItem>().Run(await db.Set<Item>().SingleAsync(i => i.Id == item.Id), draft, default);
        await db.Save(TheNetwork.Staff, "Edit item");
    });

    public static Task<PublishedItem> Published(this TheNetwork network, Item item) => network.Db(db => db.Set<PublishedItem>().AsNoTracking().SingleAsync(p => p.Item == item.Id));
}
