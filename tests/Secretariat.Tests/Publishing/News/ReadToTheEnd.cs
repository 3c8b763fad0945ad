using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.Newsletters;

namespace Secretariat.Tests.Publishing.News;

/// <summary>News that is read page by page, and what no longer stands there.</summary>
public sealed class ReadToTheEnd
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_that_may_not_be_seen_any_more_hides_no_older_news()
    {
        await using var network = await Asked.Network(4);
        var statement = await EndsOnThe24th(network);
        for (var n = 0; n < 13; n++)
        {
            if (n == 6) await network.Publishes(statement);
            await network.Publishes(await network.HasItem(Written.Draft($"Story {n:D2}") with { Circulation = Circulation.Public }));
        }
        // It is over, and nobody has taken it off yet.
        network.Clock.StopAt(new DateTimeOffset(2017, 10, 25, 8, 0, 0, TimeSpan.Zero));
        var all = Enumerable.Range(0, 13).Select(n => $"Story {n:D2}").ToList();

        var first = await network.Client().GetStringAsync("/news", Ct);
        var next = Regex.Match(first, "/news\\?after=([0-9a-f-]{36})");
        next.Success.ShouldBeTrue();
        var second = await network.Client().GetStringAsync(next.Value, Ct);

        all.ShouldAllBe(s => first.Contains(s) != second.Contains(s));
        foreach (var limit in new[] { 1, 4, 6, 13 }) (await ByProgram(network, limit)).Order().ShouldBe(all);
    }

    [Fact]
    public async Task A_statement_goes_off_the_website_when_its_mandate_ends_and_today_says_so_for_a_week()
    {
        await using var network = await Asked.Network(4);
        var item = await EndsOnThe24th(network);
        await network.Publishes(item);
        var path = (await network.Published(item)).Path;
        await network.MoveTo(new DateTimeOffset(2017, 10, 24, 22, 59, 0, TimeSpan.Zero));
        (await network.Published(item)).State.ShouldBe(WebState.Published);

        await network.MoveTo(new DateTimeOffset(2017, 10, 25, 8, 0, 0, TimeSpan.Zero));

        (await network.Published(item)).State.ShouldBe(WebState.TakenOff);
        (await network.Client().GetStringAsync("/sitemap.xml", Ct)).ShouldNotContain(path);
        var today = (int day) => network.In(s => s.GetServices<IToday>().OfType<NewsToday>().Single().For(new DateOnly(2017, 10, day), Ct));
        (await today(25)).ShouldHaveSingleItem().Fact.ShouldContain("went off the website");
        (await today(31)).ShouldHaveSingleItem();
        (await network.In(s => s.GetServices<IToday>().OfType<NewsToday>().Single().For(new DateOnly(2017, 11, 2), Ct))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_waits_for_its_hour_comes_back_when_its_mandate_ends_before()
    {
        await using var network = await Asked.Network(4);
        var item = await EndsOnThe24th(network);
        await network.Publishes(item, new DateTimeOffset(2017, 10, 24, 23, 30, 0, TimeSpan.Zero));

        await network.MoveTo(new DateTimeOffset(2017, 10, 24, 23, 5, 0, TimeSpan.Zero));

        (await network.Published(item)).Returned.ShouldNotBeNull().ShouldContain("ended on 24 October 2017");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("🙂")]
    public async Task A_story_whose_first_word_has_no_end_is_listed_and_read(string letter)
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public, Markdown = "x" + string.Concat(Enumerable.Repeat(letter, 300)) });

        await network.Publishes(item);

        foreach (var page in new[] { "/news", (await network.Published(item)).Path, "/feed.atom", "/feed.json" }) (await network.Client().GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
    }

    [Fact]
    public async Task A_story_that_was_taken_off_is_left_out_of_the_newsletter_everybody_can_read()
    {
        await using var network = await TheNetwork.Begin();
        await network.Subscribes("reader@out.example");
        var edition = await network.HasNewsletter();
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, network.Now);
        await network.MoveTo(network.Now.AddMinutes(1));
        (await network.Client().GetStringAsync("/newsletters/1", Ct)).ShouldContain("A harbour that saves power");
        var item = await network.Db(db => db.Set<Item>().AsNoTracking().SingleAsync(Ct));
        await network.Publishes(item);

        await network.In(s => s.GetRequiredService<TakeOffWebsite>().Run(item.Id, "The figures were wrong.", TheNetwork.Staff, Ct));

        var page = await network.Client().GetStringAsync("/newsletters/1", Ct);
        page.ShouldNotContain("A harbour that saves power");
        page.ShouldNotContain("terminal");
        page.ShouldContain("One story was taken off");
    }

    [Fact]
    public async Task A_newsletter_under_a_public_hold_is_said_to_wait()
    {
        await using var network = await TheNetwork.Begin();
        await network.Subscribes("reader@out.example");
        var edition = await network.HasNewsletter();
        await network.Approve(edition.Id);
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, network.Now.AddDays(7)));
        using var staff = await network.AsStaff();

        await staff.Submit($"/desk/bulletins/{edition.Id}/schedule", $"/desk/bulletins/{edition.Id}/schedule?handler=now");

        var page = await staff.GetStringAsync($"/desk/newsletters/{edition.Id}", Ct);
        page.ShouldNotContain("is on its way");
        page.ShouldContain("waits for the end of a hold");
    }

    private static async Task<Item> EndsOnThe24th(TheNetwork network) =>
        await network.TakesInForAll((await network.HasMandate(4, draft: Asked.Draft() with { MandateUntil = new DateOnly(2017, 10, 24) })).Id);

    private static async Task<List<string>> ByProgram(TheNetwork network, int limit)
    {
        var (read, after) = (new List<string>(), "");
        do
        {
            var page = await network.Client().GetFromJsonAsync<JsonElement>($"/api/v1/news?limit={limit}{after}", Ct);
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("heading").GetString()!));
            after = page.TryGetProperty("after", out var last) && last.ValueKind == JsonValueKind.String ? $"&after={last.GetString()}" : null!;
        }
        while (after is not null);
        return read;
    }
}
