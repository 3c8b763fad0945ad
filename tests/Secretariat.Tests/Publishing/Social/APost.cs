using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Social;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;

namespace Secretariat.Tests.Publishing.Social;

/// <summary>From an item to a post that stands at an address, or does not.</summary>
public sealed class APost
{
    private const string At = "https://x.com/network/status/123456";

    [Fact]
    public async Task A_post_is_planned_posted_by_hand_and_counts_when_its_address_is_there()
    {
        await using var network = await TheNetwork.Begin();
        var (_, item) = await network.HasPublicItem();
        await network.Publishes(item);
        var staff = await network.AsStaff();
        var form = await staff.GetStringAsync($"/desk/items/{item.Id}/post");
        WebUtility.HtmlDecode(form).ShouldContain(item.Heading);
        form.ShouldContain("/news/");

        var planned = await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Kind", $"{item.Kind}"));
        planned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = planned.Headers.Location!.OriginalString;
        (await network.Counted()).ShouldBeEmpty();
        (await network.In(s => s.GetServices<IToday>().OfType<PostsToday>().Single().For(new(2017, 10, 16), default))).ShouldHaveSingleItem().Href.ShouldBe(page);

        await staff.Submit(page, "?handler=begin");
        (await network.Post()).State.ShouldBe(PostState.Unknown);
        (await network.Counted()).ShouldBeEmpty("nobody knows whether it stands there");
        WebUtility.HtmlDecode(await staff.GetStringAsync(page)).ShouldContain("nobody has said what became of it");
        (await staff.Submit(page, "?handler=posted", ("Input.Address", At))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var proof = (await network.Counted()).ShouldHaveSingleItem();
        (proof.Code, proof.Title).ShouldBe(("posts-published", $"X: {item.Heading} (Solent)"));
        (await staff.GetAsync(proof.Href)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await staff.Submit(page, "?handler=not", ("Input.Why", "X took it down."));
        (await network.Counted()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("posted!")]
    [InlineData("http://x.com/network/status/123456")]
    [InlineData("https://x.com/network")]
    [InlineData("https://x.com/network/status/")]
    [InlineData("https://x.com.evil.example/network/status/123456")]
    [InlineData("https://www.linkedin.com/posts/network_1")]
    [InlineData("javascript:alert(1)")]
    public async Task It_is_never_posted_without_the_address_of_a_post_on_that_channel(string address)
    {
        await using var network = await TheNetwork.Begin();
        var (staff, page) = await network.Begun();

        var shown = await staff.Submit(page, "?handler=posted", ("Input.Address", address));

        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("address");
        (await network.Post()).ShouldSatisfyAllConditions(p => p.State.ShouldBe(PostState.Unknown), p => p.Address.ShouldBeNull());
    }

    [Theory]
    [InlineData(SocialChannel.X, "https://twitter.com/network/status/1", true)]
    [InlineData(SocialChannel.X, "https://mobile.x.com/network/status/1?s=20", true)]
    [InlineData(SocialChannel.LinkedIn, "https://www.linkedin.com/feed/update/urn:li:activity:1/", true)]
    [InlineData(SocialChannel.LinkedIn, "https://www.linkedin.com/feed/", false)]
    [InlineData(SocialChannel.Flickr, "https://www.flickr.com/photos/network/123/", true)]
    [InlineData(SocialChannel.Flickr, "https://flic.kr/p/2abc", true)]
    [InlineData(SocialChannel.Flickr, "https://www.flickr.com/photos/network/", false)]
    [InlineData(SocialChannel.YouTube, "https://www.youtube.com/watch?v=abc", true)]
    [InlineData(SocialChannel.YouTube, "https://youtu.be/abc", true)]
    [InlineData(SocialChannel.YouTube, "https://www.youtube.com/", false)]
    public void Addresses_of_posts_are_known_by_their_channel(SocialChannel channel, string address, bool isPost) => channel.Facts().IsPost(new Uri(address)).ShouldBe(isPost);

    [Theory]
    [InlineData(SocialChannel.X, "https://x.com/network/status/1", "https://twitter.com/network/status/1?s=20")]
    [InlineData(SocialChannel.X, "https://x.com/network/status/1", "https://mobile.x.com/i/status/1/")]
    [InlineData(SocialChannel.YouTube, "https://youtu.be/abc?t=3", "https://www.youtube.com/watch?feature=share&v=abc")]
    [InlineData(SocialChannel.LinkedIn, "https://www.linkedin.com/posts/network_skills-activity-7012345678901234567-AbCd", "https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567/?x=1")]
    [InlineData(SocialChannel.Flickr, "https://www.flickr.com/photos/network/123/", "https://flickr.com/photos/network/123/in/album-9/")]
    public void One_post_has_one_key_however_its_address_is_written(SocialChannel channel, string one, string other) =>
        channel.Facts().KeyOf(new Uri(one)).ShouldBe(channel.Facts().KeyOf(new Uri(other)));

    [Fact]
    public async Task Two_people_do_not_go_to_post_the_same()
    {
        await using var network = await TheNetwork.Begin();
        await network.Begun();

        var again = await Should.ThrowAsync<RuleBroken>(() => network.In(async s =>
            await s.GetRequiredService<WritePost>().Begin(await s.GetRequiredService<Db>().Set<SocialPost>().SingleAsync(), TheNetwork.Staff, network.Now, default)));

        again.Message.ShouldContain("went to post it already");
    }

    [Fact]
    public async Task What_nobody_went_to_post_is_not_marked_as_posted_by_way_of_not_posted()
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public });
        var staff = await network.AsStaff();
        var page = (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Kind", $"{item.Kind}"))).Headers.Location!.OriginalString;
        await staff.Submit(page, "?handler=not", ("Input.Why", "Not now."));

        (await staff.GetStringAsync(page)).ShouldNotContain("handler=posted");
        var post = await network.Post();
        Should.Throw<RuleBroken>(() => post.Mark(At, new(2017, 10, 16), new(2017, 10, 16), new(2017, 10, 16))).Message.ShouldContain("Post it now");
    }

    [Fact]
    public async Task It_was_not_posted_before_its_words_were_written()
    {
        await using var network = await TheNetwork.Begin();
        var (staff, page) = await network.Begun();

        (await (await staff.Submit(page, "?handler=posted", ("Input.Address", At), ("Input.On", "2016-10-16"))).Content.ReadAsStringAsync()).ShouldContain("was not posted before");

        (await network.Counted()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_that_comes_after_somebody_went_to_post_it_takes_the_way_there_off_the_page()
    {
        await using var network = await TheNetwork.Begin();
        var (staff, page) = await network.Begun();
        (await staff.GetStringAsync(page)).ShouldContain("x.com/intent");
        await network.Has(Hold.On(Hold.Public, "An election is called.", network.Now, null));

        (await staff.GetStringAsync(page)).ShouldSatisfyAllConditions(p => p.ShouldContain("An election is called."), p => p.ShouldNotContain("x.com/intent"), p => p.ShouldContain("handler=posted"));
    }

    [Fact]
    public async Task The_same_address_is_not_that_of_two_posts()
    {
        await using var network = await TheNetwork.Begin();
        var (staff, page) = await network.Begun();
        await staff.Submit(page, "?handler=posted", ("Input.Address", At));
        var other = await network.HasItem(Written.Draft("Another story") with { Circulation = Circulation.Public });
        var second = (await staff.Submit($"/desk/items/{other.Id}/post", null, ("Input.Kind", $"{other.Kind}"))).Headers.Location!.OriginalString;
        await staff.Submit(second, "?handler=begin");

        (await (await staff.Submit(second, "?handler=posted", ("Input.Address", At))).Content.ReadAsStringAsync()).ShouldContain("another post");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_are_not_posted_neither_when_written_nor_later_and_the_try_is_kept()
    {
        const string text = "Members want longer transport funding from this year on.";
        await using var network = await TheNetwork.Begin("testpacks/three");
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public });
        var staff = await network.AsStaff();
        var page = (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Text", text), ("Input.Kind", $"{item.Kind}"))).Headers.Location!.OriginalString;
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written("Transport", text, []), text, network.Now.AddDays(30)));

        WebUtility.HtmlDecode(await (await staff.Submit(page, "?handler=begin")).Content.ReadAsStringAsync()).ShouldContain("put to members in the round");
        foreach (var (field, words) in new[] { ("Input.Text", $"Now: {text}"), ("Input.Picture", text) })
            WebUtility.HtmlDecode(await (await staff.Submit($"/desk/items/{item.Id}/post", null, (field, words), ("Input.Alt", "Gates"), ("Input.Kind", $"{item.Kind}"))).Content.ReadAsStringAsync()).ShouldContain("put to members in the round", customMessage: field);

        (await network.Post()).State.ShouldBe(PostState.Planned);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(SocialPost)))).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_for_members_only_or_is_a_statement_is_not_posted()
    {
        await using var network = await TheNetwork.Begin();
        var members = await network.HasItem(Written.Draft());
        var open = await network.HasItem(Written.Draft("Open") with { Circulation = Circulation.Public, PublicFrom = new DateOnly(2017, 11, 1) });
        var staff = await network.AsStaff();

        (await staff.GetStringAsync($"/desk/items/{members.Id}/post")).ShouldContain("a post is read by everybody");
        (await (await staff.Submit($"/desk/items/{open.Id}/post", null, ("Input.Day", "2017-10-20"), ("Input.Kind", $"{open.Kind}"))).Content.ReadAsStringAsync()).ShouldContain("a post is read by everybody");
        (await (await staff.Submit($"/desk/items/{open.Id}/post", null, ("Input.Kind", nameof(ItemKind.Statement)))).Content.ReadAsStringAsync()).ShouldContain("no statement leaves");
        (await staff.Submit($"/desk/items/{open.Id}/post", null, ("Input.Kind", $"{open.Kind}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobody_goes_to_post_what_a_hold_is_on()
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public, Theme = "skills" });
        var staff = await network.AsStaff();
        var page = (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Kind", $"{item.Kind}"))).Headers.Location!.OriginalString;
        await network.Has(Hold.On("theme:skills", "The minister is to speak.", network.Now, null));

        (await (await staff.Submit(page, "?handler=begin")).Content.ReadAsStringAsync()).ShouldContain("The minister is to speak.");

        (await network.Post()).State.ShouldBe(PostState.Planned);
    }

    [Fact]
    public async Task What_is_too_long_says_by_how_much_and_keeps_what_was_typed()
    {
        await using var network = await TheNetwork.Begin();
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public });
        var staff = await network.AsStaff();
        var text = new string('a', 283);

        var refused = await (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Text", text), ("Input.Kind", $"{item.Kind}"))).Content.ReadAsStringAsync();
        refused.ShouldContain("Make it shorter by 3.");
        refused.ShouldContain(text);
        var looked = await (await staff.Submit($"/desk/items/{item.Id}/post?channel=YouTube", "?handler=look", ("Input.Text", "Élan"))).Content.ReadAsStringAsync();
        looked.ShouldContain("This counts 5.");
        looked.ShouldContain("On YouTube");
        (await (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Picture", "gates.jpg"), ("Input.Kind", $"{item.Kind}"))).Content.ReadAsStringAsync()).ShouldContain("Say what the picture shows");
    }

    [Fact]
    public async Task Whoever_wrote_and_posted_it_is_forgotten_and_the_post_stays()
    {
        await using var network = await TheNetwork.Begin();
        var (_, _) = await network.Begun();
        var post = await network.Post();
        var who = post.Writer!.Value;

        await network.In(s => s.GetServices<IPersonalData>().OfType<PostPersonalData>().Single().Erase(who, default));
        await network.In(async s =>
        {
            await s.GetServices<IPersonalData>().OfType<PostPersonalData>().Single().Erase(who, default);
            await s.GetRequiredService<Db>().Save(TheNetwork.Staff, "Erase person");
        });

        (await network.Post()).ShouldSatisfyAllConditions(p => p.Writer.ShouldBeNull(), p => p.WrittenBy.ShouldBe("a former colleague"), p => p.BegunBy.ShouldBe("a former colleague"), p => p.State.ShouldBe(PostState.Unknown));
    }
}

internal static class ThePost
{
    public static Task<SocialPost> Post(this TheNetwork network) => network.Db(db => db.Set<SocialPost>().AsNoTracking().OrderBy(p => p.WrittenAt).FirstAsync());

    public static Task<IReadOnlyList<Evidence>> Counted(this TheNetwork network) =>
        network.In(s => s.GetServices<IEvidence>().OfType<PostsPublished>().Single().Between(new(2017, 4, 1), new(2018, 3, 31), default));

    /// <summary>A planned post on X that somebody went to post.</summary>
    public static async Task<(HttpClient Staff, string Page)> Begun(this TheNetwork network)
    {
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public });
        var staff = await network.AsStaff();
        var page = (await staff.Submit($"/desk/items/{item.Id}/post", null, ("Input.Kind", $"{item.Kind}"))).Headers.Location!.OriginalString;
        await staff.Submit(page, "?handler=begin");
        return (staff, page);
    }
}
