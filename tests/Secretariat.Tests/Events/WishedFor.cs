using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Wishes;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>What chief executives would like workshops to be about.</summary>
public sealed class WishedFor
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chief_executives_are_asked_by_letter_and_propose_and_rank_by_its_link()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        (await (await staff.Submit("/desk/events/wishes", null, ("Input.Closes", "2018-12-01"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Choose a day that is still to come");
        (await staff.Submit("/desk/events/wishes", null, ("Input.Closes", "2019-01-18"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.MoveTo(network.Now.AddDays(8));

        var percy = await network.PersonCalled("Percy Teal");
        (await network.Letters()).ShouldContain(l => l.To == "percy.teal@brackwater.example" && l.Source.Contains("/a/w/"));
        var call = await network.Db(db => db.Set<WishCall>().Select(c => c.Id).SingleAsync(Ct));
        var member = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "BRK").Select(o => o.Id).SingleAsync(Ct));
        var link = network.Services.GetRequiredService<WishAsks>().Link($"{call:N}{member:N}", percy);
        using var browser = network.Client();
        (await browser.GetStringAsync(link, Ct)).ShouldContain("Nothing is proposed yet");
        (await browser.Submit(link, null, ("Input.Title", "Keeping locks open in winter"), ("Input.Why", "Ice."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.Submit(link, null, ("Input.Title", "keeping LOCKS open in winter"));
        var wish = await network.Db(db => db.Set<Wish>().AsNoTracking().SingleAsync(Ct));
        (await (await browser.Submit(link, null, ("Input.Places[0]", $"{wish.Id}"), ("Input.Places[1]", $"{wish.Id}"))).Content.ReadAsStringAsync(Ct)).ShouldContain("You chose one of them twice");
        (await browser.Submit(link, null, ("Input.Places[0]", $"{wish.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.Submit(link, null, ("Input.Places[1]", $"{wish.Id}"));

        (await network.Db(db => db.Set<WishRanking>().AsNoTracking().SingleAsync(Ct))).Order.ShouldBe([wish.Id]);
        (await network.In(s => s.GetRequiredService<WishAsks>().Open(s.GetRequiredService<Db>(), percy, network.Now, Ct))).ShouldBeEmpty();
        (await browser.GetAsync(link[..^3] + "xyz", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_workshop_is_made_of_a_wish_once_and_its_evidence_says_how_many_wished_for_it()
    {
        await using var network = await TheDiary.Begin();
        var (_, wish) = await Wished(network);
        using var staff = await network.ClientAs(Role.Staff);
        var list = await staff.GetStringAsync("/desk/events/wishes", Ct);
        list.ShouldContain("Keeping locks open");
        list.ShouldContain($"/desk/events/new?wish={wish}");

        var form = $"/desk/events/new?wish={wish}";
        var made = await staff.Submit(form, null, ("Input.Day", "2019-02-05"), ("Input.Place", "The lock house"));
        var again = await staff.Submit(form, null, ("Input.Day", "2019-02-05"));

        again.Headers.Location.ShouldBe(made.Headers.Location);
        (await network.Db(db => db.Set<Event>().AsNoTracking().SingleAsync(Ct))).Title.ShouldBe("Workshop: Keeping locks open");
        (await staff.GetStringAsync(made.Headers.Location!.OriginalString, Ct)).ShouldContain("ranked by 1 member");
        (await staff.GetStringAsync("/desk/events/wishes", Ct)).ShouldContain("Its workshop");

        await staff.Submit($"{made.Headers.Location!.OriginalString}/cancel", null, ("Input.Reason", "Nobody could come."));
        (await staff.GetStringAsync("/desk/events/wishes", Ct)).ShouldContain($"/desk/events/new?wish={wish}");
        (await staff.Submit(form, null, ("Input.Day", "2019-03-05"))).Headers.Location.ShouldNotBe(made.Headers.Location);
    }

    [Fact]
    public async Task Two_who_press_at_once_make_one_workshop_of_a_wish()
    {
        await using var network = await TheDiary.Begin();
        var (_, wish) = await Wished(network);
        var draft = TheDiary.Draft("Workshop: Keeping locks open");

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => network.In(s => s.GetRequiredService<WishedEvent>().Run(wish, "workshop", draft, TheNetwork.Staff, Ct))));

        made.Distinct().Count().ShouldBe(1);
        (await network.Db(db => db.Set<Event>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_member_proposes_a_handful_and_no_more()
    {
        await using var network = await TheDiary.Begin();
        var (call, _) = await Wished(network);
        var member = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "BRK").Select(o => o.Id).SingleAsync(Ct));
        var proposed = async (string title) => await network.In(s => s.GetRequiredService<RankWishes>().Propose(call, member, null, new(title, null, null), TheNetwork.Staff, network.Now, Ct));
        for (var n = 2; n <= Wish.MostOfOne; n++) await proposed($"Wish {n}");

        (await Should.ThrowAsync<RuleBroken>(() => proposed("One more"))).Message.ShouldContain($"{Wish.MostOfOne} workshops already");
        await proposed("keeping locks OPEN");
        (await network.Db(db => db.Set<Wish>().CountAsync(Ct))).ShouldBe(Wish.MostOfOne);
    }

    [Fact]
    public async Task Nobody_ranks_for_a_member_that_is_not_theirs_nor_after_the_day()
    {
        await using var network = await TheDiary.Begin();
        var (call, wish) = await Wished(network);
        using var other = await network.ClientOf(await network.PersonCalled("Odile Brook"));
        var member = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "BRK").Select(o => o.Id).SingleAsync(Ct));
        (await other.GetAsync($"/my/wishes/{member}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        network.Clock.StopAt(network.Now.AddDays(60));
        using var percy = await network.ClientOf(await network.PersonCalled("Percy Teal"));
        (await percy.GetStringAsync($"/my/wishes/{member}", Ct)).ShouldContain("Answers were taken until");
        await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<RankWishes>().Rank(call, member, null, [wish], TheNetwork.Staff, network.Now, Ct)));
    }

    [Fact]
    public void Points_are_those_of_the_rankings_and_no_order_of_counting_changes_them() =>
        Gen.Select(Gen.Shuffle(Enumerable.Range(0, 6).ToArray()).Array[0, 20], Gen.Int[0, 1000]).Sample((ballots, seed) =>
        {
            var wishes = Enumerable.Range(0, 6).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
            List<IReadOnlyList<Guid>> rankings = [.. ballots.Select((b, n) => b.Take(1 + ((n + seed) % WishRanking.Places)).Select(i => wishes[i]).ToList())];
            var count = WishCount.Of(wishes, rankings);
            count.Sum(l => l.Points).ShouldBe(rankings.Sum(r => r.Select((_, place) => WishRanking.Places - place).Sum()));
            count.Sum(l => l.First).ShouldBe(rankings.Count);
            count.Select(l => l.Points).ShouldBeInOrder(SortDirection.Descending);
            rankings.Reverse();
            WishCount.Of(wishes, rankings).ShouldBe(count);
        });

    private static async Task<(Guid Call, Guid Wish)> Wished(TheNetwork network)
    {
        var member = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "BRK").Select(o => o.Id).SingleAsync(Ct));
        var call = await network.In(s => s.GetRequiredService<RankWishes>().Open(new DateOnly(2019, 1, 18), TheNetwork.Staff, network.Now, Ct));
        var wish = await network.In(s => s.GetRequiredService<RankWishes>().Propose(call.Id, member, null, new("Keeping locks open", null, null), TheNetwork.Staff, network.Now, Ct));
        await network.In(s => s.GetRequiredService<RankWishes>().Rank(call.Id, member, null, [wish], TheNetwork.Staff, network.Now, Ct));
        return (call.Id, wish);
    }
}
