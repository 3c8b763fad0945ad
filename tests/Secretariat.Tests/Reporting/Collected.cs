using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Publishing.Items;
using Secretariat.Reporting.Annual;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Knowledge;

namespace Secretariat.Tests.Reporting;

/// <summary>The three chambers in December 2018, asked for two figures until the end of January.</summary>
internal static class Collected
{
    public static readonly DateOnly Closes = new(2019, 1, 31);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TheNetwork> Begin(bool open = true)
    {
        var network = await TheDiary.Begin();
        await network.Has(new Indicator("boats", "Boats let", "boats", "Rowing boats only.", 1, true), new Indicator("stalls", "Market stalls", "stalls", "By the day.", 2, true));
        if (open) await network.Opened();
        return network;
    }

    public static Task<AnnualReport> Opened(this TheNetwork network) => network.In(async s =>
        await s.GetRequiredService<CollectFigures>().Open(await network.Db(db => db.Set<Plan>().Select(p => p.Id).SingleAsync(Ct)), "What chambers achieved", Closes, false, TheNetwork.Staff, network.Now, Ct));

    public static Task<AnnualReport> Annual(this TheNetwork network) => network.Db(db => db.Set<AnnualReport>().AsNoTracking().SingleAsync(Ct));

    public static async Task<MemberReturn?> Return(this TheNetwork network, string code = "ALD")
    {
        var member = await network.Member(code);
        return await network.Db(db => db.Set<MemberReturn>().AsNoTracking().SingleOrDefaultAsync(r => r.Member == member, Ct));
    }

    public static async Task Gives(this TheNetwork network, string code, string name, long? boats, ReturnPress press = ReturnPress.SignOff, string story = "") =>
        await network.In(async s => await s.GetRequiredService<CollectFigures>().Answer((await network.Annual()).Id, await network.Member(code),
            [new AnnualFigure("boats", boats, boats is null ? "" : "Our own count"), new AnnualFigure("stalls", null, "")], story.Length == 0 ? $"The river was kind to {code}." : story, press, await network.Named(name), network.Now, Ct));

    /// <summary>Aldermouth gave 12, Brackwater did not know, Crossmere gave nothing.</summary>
    public static async Task SignedByTwo(this TheNetwork network)
    {
        await network.Gives("ALD", "Lionel Weir", 12);
        await network.Gives("BRK", "Percy Teal", null);
        await network.Worded();
    }

    public static Task Worded(this TheNetwork network) => network.In(async s => await s.GetRequiredService<CollectFigures>().Say((await network.Annual()).Id, "What chambers achieved", "Each did its own.", "Their own returns.", TheNetwork.Staff, Ct));

    public static async Task<string> Read(this TheNetwork network)
    {
        var report = await network.Annual();
        return (await network.In(s => s.GetRequiredService<GatherAnnual>().Of(report, Ct))).Hash();
    }

    public static async Task Approved(this TheNetwork network, DateTimeOffset? at = null, ItemKind kind = ItemKind.Success)
    {
        var (id, read) = ((await network.Annual()).Id, await network.Read());
        await network.In(s => s.GetRequiredService<ReleaseAnnual>().Approve(id, read, kind, at, TheNetwork.Staff, network.Now, Ct));
    }
}
