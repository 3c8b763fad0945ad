using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Statements;

/// <summary>Bulletins that carry a statement, for tests.</summary>
public static class Carried
{
    public static readonly DateTimeOffset At = Agreements.Rounds.Asked.Closes.AddDays(1);

    public static Task<Item> TakesIn(this TheNetwork network, Guid? mandate) => network.In(async s =>
    {
        var item = await s.GetRequiredService<TakeInStatement>().Run(mandate, new Placing(), TheNetwork.Staff, network.Now, default);
        await s.GetRequiredService<Db>().Save(TheNetwork.Staff, "Take in statement");
        return item;
    });

    /// <summary>A draft with one item of news and the statement.</summary>
    public static async Task<(Edition Edition, Item Item)> Carries(this TheNetwork network, Mandate mandate)
    {
        var item = await network.TakesIn(mandate.Id);
        var news = Written.Item();
        var edition = new Edition(1, Written.Year, "Harbours, and what members say", "");
        var today = network.Now.DateIn(network.Services.GetRequiredService<Sites>().Current.Zone);
        edition.Gather(news, today);
        edition.Gather(item, today);
        await network.Has(news, edition);
        return (edition, item);
    }

    public static async Task<(Edition Edition, Item Item)> Scheduled(this TheNetwork network, Mandate mandate, DateTimeOffset? at = null)
    {
        var carried = await network.Carries(mandate);
        await network.Approve(carried.Edition.Id);
        await network.In(async s =>
        {
            var edition = await s.GetRequiredService<Db>().Set<Edition>().SingleAsync(e => e.Id == carried.Edition.Id);
            await s.GetRequiredService<ScheduleEdition>().Run(edition, at ?? At, 3, TheNetwork.Staff, network.Now, default);
        });
        return carried;
    }

    public static Task<List<TodayTask>> Today(this TheNetwork network) => network.In(async s =>
    {
        var tasks = new List<TodayTask>();
        var today = network.Now.DateIn(network.Services.GetRequiredService<Sites>().Current.Zone);
        foreach (var feature in s.GetServices<IToday>()) tasks.AddRange(await feature.For(today, default));
        return tasks;
    });
}
