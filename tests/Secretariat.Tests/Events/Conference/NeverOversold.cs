using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>Places are promised once, whoever presses at the same moment.</summary>
public sealed class NeverOversold
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_is_never_sold_twice_however_many_ask_at_once()
    {
        var (network, at) = await TheConference.Offered(each: 1, share: 5, places: 8);
        await using var _ = network;

        var became = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => network.Asks(at.Id, $"Visitor {n}")));

        became.Count(b => b == PlaceAsked.Ticket).ShouldBe(5);
        became.Count(b => b == PlaceAsked.Waits).ShouldBe(19);
        (await network.Db(db => db.Set<Ticket>().CountAsync(t => t.Event == at.Id, Ct))).ShouldBe(5);
        (await network.Db(db => db.Set<Waiting>().Where(w => w.Event == at.Id).Select(w => w.Number).Distinct().CountAsync(Ct))).ShouldBe(19);
        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task Whatever_comes_together_no_place_is_promised_twice()
    {
        var (network, at) = await TheConference.Offered(each: 2, share: 2, places: 9);
        await using var _ = network;
        var allocations = new List<Allocation>();
        foreach (var code in new[] { "ALD", "BRK", "CRO" }) allocations.Add(await network.Of(at.Id, code));
        foreach (var n in Enumerable.Range(0, 4)) await network.Asks(at.Id, $"Early {n}");

        // Naming, giving back, asking, offering more and a larger share, all at once and more than there is.
        List<Func<Task>> presses = [];
        foreach (var (allocation, a) in allocations.Select((x, n) => (x, n)))
        {
            presses.AddRange(Enumerable.Range(0, 3).Select<int, Func<Task>>(n => () => network.Names(v => v.Name(allocation.Id, [new($"Guest {a} {n}", $"guest{a}{n}@members.example")], TheNetwork.Staff, network.Now, Ct))));
            presses.AddRange(Enumerable.Range(0, 2).Select<int, Func<Task>>(_ => () => network.Names(v => v.GiveBack(allocation.Id, 1, TheNetwork.Staff, network.Now, Ct))));
            presses.Add(() => network.Offer(v => v.To(at.Id, allocation.Organisation, 1, TheNetwork.Staff, network.Now, Ct)));
        }
        presses.AddRange(Enumerable.Range(0, 5).Select<int, Func<Task>>(n => () => network.Asks(at.Id, $"Late {n}")));
        presses.Add(() => network.Offer(v => v.Set(at.Id, 4, true, TheDiary.Day.AddDays(-14), TheNetwork.Staff, network.Now, Ct)));
        await Task.WhenAll(presses.Select(TheConference.Refused));

        await network.ShouldAddUp(at.Id);
    }

    [Fact]
    public async Task The_table_itself_refuses_a_place_too_many()
    {
        var (network, at) = await TheConference.Offered(each: 4, share: 8);
        await using var _ = network;

        await Should.ThrowAsync<Exception>(() => network.Db(db => db.Set<Ticketing>().Where(t => t.Event == at.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Taken, 21), Ct)));
        await Should.ThrowAsync<Exception>(() => network.Db(db => db.Set<Ticketing>().Where(t => t.Event == at.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.ShareUsed, 9), Ct)));
    }

    [Fact]
    public async Task More_places_than_there_are_cannot_be_offered_and_the_event_does_not_shrink_below_what_is_promised()
    {
        var (network, at) = await TheConference.Announced(places: 13);
        await using var _ = network;

        (await Should.ThrowAsync<RuleBroken>(() => network.Offer(o => o.Each(at.Id, 5, null, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldBe("5 for each of 3 members are 15 places, and 13 of 13 are free.");
        await network.Offer(o => o.Each(at.Id, 4, null, TheNetwork.Staff, network.Now, Ct));
        (await Should.ThrowAsync<RuleBroken>(() => network.Offer(o => o.Set(at.Id, 2, false, TheDiary.Day.AddDays(-14), TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("1 place is free for it");
        async Task Change(int places) => await network.In(async s => await s.GetRequiredService<ChangeEvent>().Run(await s.GetRequiredService<Db>().Set<Event>().SingleAsync(e => e.Id == at.Id, Ct), TheConference.Draft(places), TheNetwork.Staff, Ct));
        (await Should.ThrowAsync<RuleBroken>(() => Change(11))).Field.ShouldBe("Capacity");
        await Change(12);

        (await network.Places(at.Id)).Free.ShouldBe(0);
    }

    [Fact]
    public async Task Two_presses_offer_once_and_an_event_with_tickets_invites_nobody()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;

        (await Should.ThrowAsync<RuleBroken>(() => network.Offer(o => o.Each(at.Id, 4, null, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldBe("Every member has 4 places or more already.");
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<InviteAudience>().Run(at.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("It has tickets");
        (await network.Db(db => db.Set<Allocation>().Where(a => a.Event == at.Id).SumAsync(a => a.Offered, Ct))).ShouldBe(12);
    }
}
