using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>The three chambers' conference on Wednesday 23 January 2019, announced on 3 December 2018: names by 9 January.</summary>
internal static class TheConference
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<(TheNetwork Network, Event At)> Announced(int places = 20)
    {
        var network = await TheDiary.Begin();
        return (network, await network.Announced(Draft(places), "conference"));
    }

    public static EventDraft Draft(int places = 20) => TheDiary.Draft("Conference of the Chambers") with { When = new(TheDiary.Day, new(9, 30), new(15, 30), "Europe/London"), Capacity = places, Circulation = Circulation.Public };

    /// <summary>Each of the three has places, and whoever asks gets one of the share.</summary>
    public static async Task<(TheNetwork Network, Event At)> Offered(int each = 4, int share = 0, int places = 20)
    {
        var (network, at) = await Announced(places);
        await network.Offer(o => o.Each(at.Id, each, null, TheNetwork.Staff, network.Now, Ct));
        await network.Offer(o => o.Set(at.Id, share, forPublic: true, TheDiary.Day.AddDays(-14), TheNetwork.Staff, network.Now, Ct));
        return (network, at);
    }

    public static Task Offer(this TheNetwork network, Func<OfferPlaces, Task> work) => network.In(s => work(s.GetRequiredService<OfferPlaces>()));

    public static Task Names(this TheNetwork network, Func<NamePlaces, Task> work) => network.In(s => work(s.GetRequiredService<NamePlaces>()));

    public static Task<PlaceAsked> Asks(this TheNetwork network, Guid at, string name, bool visitor = true) =>
        network.In(s => s.GetRequiredService<AskForPlace>().Run(at, new(name, $"{name.ToLowerInvariant().Replace(' ', '.')}@visitors.example"), null, visitor, new(null, name), network.Now, Ct));

    public static Task<Allocation> Of(this TheNetwork network, Guid at, string code) => network.Db(async db =>
    {
        var body = await db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(Ct);
        return await db.Set<Allocation>().AsNoTracking().SingleAsync(a => a.Event == at && a.Organisation == body, Ct);
    });

    /// <summary>Crossmere names somebody.</summary>
    public static async Task<Ticket> Named(this TheNetwork network, Guid at, string name = "Maud Osier", string email = "maud.osier@crossmere.example", string code = "CRO")
    {
        var allocation = await network.Of(at, code);
        await network.Names(n => n.Name(allocation.Id, [new(name, email)], TheNetwork.Staff, network.Now, Ct));
        return await network.TicketOf(at, name);
    }

    public static Task<Ticket> TicketOf(this TheNetwork network, Guid at, string name) => network.Db(db => db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Event == at && t.Name == name && t.State == TicketState.Valid, Ct));

    public static Task<Ticketing> Places(this TheNetwork network, Guid at) => network.Db(db => db.Set<Ticketing>().AsNoTracking().SingleAsync(t => t.Event == at, Ct));

    public static Task<Waiting> Waits(this TheNetwork network, Guid at, string name) => network.Db(db => db.Set<Waiting>().AsNoTracking().Where(w => w.Event == at && w.Name == name).OrderByDescending(w => w.Number).FirstAsync(Ct));

    /// <summary>Counted from the rows themselves: what is promised never exceeds the places, and the counters say the truth.</summary>
    public static Task ShouldAddUp(this TheNetwork network, Guid at) => network.Db(async db =>
    {
        var places = await db.Set<Ticketing>().AsNoTracking().SingleAsync(t => t.Event == at, Ct);
        var held = (await db.Set<Allocation>().AsNoTracking().Where(a => a.Event == at).ToListAsync(Ct)).Sum(a => a.Held);
        var asked = await db.Set<Ticket>().CountAsync(t => t.Event == at && t.State == TicketState.Valid && t.Allocation == null, Ct);
        var kept = await db.Set<Waiting>().CountAsync(w => w.Event == at && w.State == WaitState.Offered, Ct);
        (places.Taken - places.Share, places.ShareUsed).ShouldBe((held, asked + kept));
        (held + places.Share).ShouldBeLessThanOrEqualTo(places.Places);
        places.ShareUsed.ShouldBeLessThanOrEqualTo(places.Share);
        foreach (var allocation in await db.Set<Allocation>().AsNoTracking().Where(a => a.Event == at).ToListAsync(Ct))
            (await db.Set<Ticket>().CountAsync(t => t.Allocation == allocation.Id && t.State == TicketState.Valid, Ct)).ShouldBeLessThanOrEqualTo(allocation.Held);
        // Nobody waits while a place of the share is free.
        if (places.ShareFree > 0) (await db.Set<Waiting>().CountAsync(w => w.Event == at && w.State == WaitState.Waiting, Ct)).ShouldBe(0);
    });

    public static async Task<bool> Refused(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (RuleBroken)
        {
            return true;
        }
    }
}
