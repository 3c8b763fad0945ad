using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.News;

public sealed class AStatementOnTheWebsite
{
    [Fact]
    public async Task A_statement_stands_on_the_website_with_whose_view_it_is_until_its_mandate_is_withdrawn()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var item = await network.TakesInForAll(mandate.Id);

        await network.Publishes(item);

        var path = (await network.Published(item)).Path;
        (await network.Client().GetStringAsync(path)).ShouldContain("This is the view of all 4 members.");
        (await network.Client().GetStringAsync("/feed.json")).ShouldContain("This is the view of all 4 members.");
        (await network.Releases()).ShouldHaveSingleItem().Channel.ShouldBe(ReleaseChannel.Website);

        await network.Withdraw(mandate);

        (await network.Client().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await network.Client().GetStringAsync("/news")).ShouldNotContain(item.Heading);
        await Should.ThrowAsync<RuleBroken>(() => network.Publishes(item));
        (await network.Refusals()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_stands_at_the_address_of_a_former_statement_does_not_go_with_its_mandate()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var item = await network.TakesInForAll(mandate.Id);
        await network.Publishes(item);
        await network.In(s => s.GetRequiredService<ChangeKind>().Run(item.Id, null, ItemKind.Information, TheNetwork.Staff, default));
        var other = await network.Db(async db =>
        {
            var changed = await db.Set<Item>().SingleAsync(i => i.Id == item.Id);
            changed.Write(Written.Draft("What came of it") with { Circulation = Circulation.Public });
            await db.Save(TheNetwork.Staff, "Write item");
            return changed;
        });
        await network.Publishes(other);

        await network.Withdraw(mandate);

        (await network.Client().GetAsync((await network.Published(item)).Path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_go_to_the_website_as_news()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var item = await network.TakesInForAll(mandate.Id);
        await network.In(s => s.GetRequiredService<ChangeKind>().Run(item.Id, null, ItemKind.Information, TheNetwork.Staff, default));

        (await Should.ThrowAsync<RuleBroken>(() => network.Publishes(item))).Message.ShouldContain("put to members");
    }
}

internal static class TakenInForAll
{
    public static Task<Item> TakesInForAll(this TheNetwork network, Guid mandate) => network.In(async s =>
    {
        var item = await s.GetRequiredService<TakeInStatement>().Run(mandate, new Placing { Circulation = Circulation.Public }, TheNetwork.Staff, network.Now, default);
        await s.GetRequiredService<Db>().Save(TheNetwork.Staff, "Take in statement");
        return item;
    });
}
