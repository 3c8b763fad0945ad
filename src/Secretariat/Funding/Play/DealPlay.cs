using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Deals;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Funding.Play;

/// <summary>The deals of the sample year. A benefit is shown by what the year really brought forth; where that is not there, it stays open.</summary>
internal static class DealPlay
{
    public static void Steps(YamlMappingNode deal, Action<YamlMappingNode, string, string, Func<IServiceProvider, CancellationToken, Task>> at)
    {
        var title = deal.Text("title") ?? "";
        at(deal, "begins", $"Begin a deal: {title}", (s, ct) => Begin(s, deal, ct));
        foreach (var next in deal.Maps("next")) at(next, "day", $"What is next with {title}", (s, ct) => With(s, title, (run, d) => run.Plan(d, next.Text("step"), next.Date("on"), FundingPlay.Team, Now(s), ct), ct));
        foreach (var move in deal.Maps("moves")) at(move, "day", $"{title}: {move.Text("to")}", (s, ct) => Move(s, title, move, ct));
        if (deal.Map("pays_for") is { } tie) at(tie, "day", $"{title} pays for {tie.Text("event")}", (s, ct) => Tie(s, title, tie, ct));
        foreach (var benefit in deal.Maps("benefits"))
        {
            at(benefit, "promised", $"Promise: {benefit.Text("what")}", (s, ct) => With(s, title, (run, d) => run.Promise(d, benefit.Text("what"), benefit.Date("due"), FundingPlay.Team, ct), ct));
            if (benefit.Map("shown") is { } shown) at(shown, "day", $"Delivered: {benefit.Text("what")}", (s, ct) => Show(s, title, benefit, shown, ct));
        }
    }

    /// <summary>The event of this title; null when there is none.</summary>
    public static async Task<Guid?> Event(IServiceProvider services, string? title, CancellationToken ct)
    {
        if (title is null) return null;
        foreach (var floor in services.GetServices<IDealEvents>())
            if ((await floor.Choices(ct)).FirstOrDefault(e => e.Title == title) is { } found) return found.Id;
        return null;
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static async Task Begin(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, code, owner) = (services.GetRequiredService<Db>(), map.Text("sponsor"), map.Text("owner"));
        var draft = new DealDraft(await db.Set<Organisation>().Where(o => o.Code == code).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct), map.Text("title"), Enum.Parse<DealFor>(map.Text("for") ?? "", ignoreCase: true), new Money(FundingPlay.Pence(map)))
        {
            Owner = await db.Set<Person>().Where(p => p.Name == owner && p.Canonical == p.Id).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct),
            Notes = map.Text("notes"),
            From = map.Date("from"),
            Until = map.Date("until"),
            Invented = true,
        };
        await services.GetRequiredService<RunDeal>().Begin(draft, FundingPlay.Team, Now(services), ct);
    }

    private static async Task Move(IServiceProvider services, string title, YamlMappingNode move, CancellationToken ct)
    {
        var to = Enum.Parse<DealStage>(move.Text("to") ?? "", ignoreCase: true);
        try
        {
            await With(services, title, (run, deal) => run.Move(deal, to, move.Text("why"), FundingPlay.Team, Now(services), ct), ct);
        }
        catch (RuleBroken) when (to == DealStage.Delivered)
        {
            // Something of what was promised is not there: the deal stays agreed, as it would for staff.
        }
    }

    private static async Task Tie(IServiceProvider services, string title, YamlMappingNode tie, CancellationToken ct)
    {
        if (await Event(services, tie.Text("event"), ct) is not { } at) return;
        await With(services, title, (run, deal) => run.Change(deal, new(deal.Organisation, deal.Title, deal.For, deal.Amount) { Event = at, Owner = deal.Owner, From = deal.From, Until = deal.Until, Notes = deal.Notes }, FundingPlay.Team, Now(services), ct), ct);
    }

    private static async Task Show(IServiceProvider services, string title, YamlMappingNode benefit, YamlMappingNode shown, CancellationToken ct)
    {
        var (db, what) = (services.GetRequiredService<Db>(), benefit.Text("what"));
        var kind = services.GetRequiredService<Proofs>().Kinds.FirstOrDefault(k => k.Kind == shown.Text("kind"));
        if (kind is null || (await kind.Offered(ct)).FirstOrDefault(p => p.Title.Contains(shown.Text("title") ?? "", StringComparison.Ordinal)) is not { } thing) return;
        var promised = await db.Set<Benefit>().SingleOrDefaultAsync(b => b.What == what && db.Set<Deal>().Any(d => d.Id == b.Deal && d.Title == title), ct);
        if (promised is not null) await services.GetRequiredService<RunDeal>().Show(promised, $"{kind.Kind}:{thing.Id}", FundingPlay.Team, Now(services), ct);
    }

    private static async Task With(IServiceProvider services, string title, Func<RunDeal, Deal, Task> verb, CancellationToken ct)
    {
        if (await services.GetRequiredService<Db>().Set<Deal>().SingleOrDefaultAsync(d => d.Title == title, ct) is { } deal) await verb(services.GetRequiredService<RunDeal>(), deal);
    }
}
