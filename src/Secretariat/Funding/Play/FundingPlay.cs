using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Funding.Play;

/// <summary>In the sample year money is ordered, paid and received month by month, and deals go through their stages until what was promised is shown: by the verbs that staff use.</summary>
public sealed class FundingPlay(Sites sites) : IPlayPart
{
    public const string File = "year/funding.yaml";
    internal static readonly Actor Team = new(null, "the sample year’s team");
    private static readonly TimeOnly Afternoon = new(16, 10);

    // After what is published and held on the same day: it is proof.
    public int Order => 70;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        var zone = sites.Current.Zone;
        void At(YamlMappingNode map, string key, string what, Func<IServiceProvider, CancellationToken, Task> verb)
        {
            if (map.Date(key) is { } day) steps.Add(new(day.At(Afternoon, zone), what, verb));
            else pack.Fault(File, map.Line(), $"it needs a day: {key}");
        }
        List<YamlMappingNode> monthly = [.. root.Maps("monthly")];
        if (root.Map("paid") is { } paid && paid.Date("from") is { } first)
            for (var month = 0; month < 12; month++)
            {
                var (at, nth) = (first.AddMonths(month), month);
                steps.Add(new(at.At(Afternoon, zone), $"Pay what {at:MMMM yyyy} cost", (s, t) => Pay(s, monthly, nth, at, t)));
            }
        foreach (var order in root.Maps("orders"))
        {
            At(order, "day", $"Order: {order.Text("words")}", (s, t) => Enter(s, order, order, EntryKind.Order, t));
            foreach (var part in order.Maps("paid")) At(part, "day", $"Pay: {order.Text("words")}", (s, t) => Enter(s, order, part, EntryKind.Paid, t));
            if (order.Date("closed") is not null) At(order, "closed", $"Close the order: {order.Text("words")}", (s, t) => Close(s, order, t));
        }
        foreach (var one in root.Maps("received")) At(one, "day", "Money comes in", (s, t) => Receive(s, one, t));
        foreach (var deal in root.Maps("deals")) DealPlay.Steps(deal, (map, key, what, verb) => At(map, key, what, verb));
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    internal static long Pence(YamlMappingNode map) => long.TryParse(map.Text("pence"), NumberStyles.None, CultureInfo.InvariantCulture, out var pence) ? pence : throw new RuleBroken($"{File}, line {map.Line()}: “{map.Text("pence")}” is not a number of pence.");

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static async Task<BudgetLine> Line(Db db, YamlMappingNode map, CancellationToken ct)
    {
        var code = map.Text("line");
        return await db.Set<BudgetLine>().AsNoTracking().SingleOrDefaultAsync(l => l.Code == code, ct) ?? throw new RuleBroken($"{File}, line {map.Line()}: no budget line has the code “{code}”.");
    }

    // A part of the line in equal shares, to the penny; the twelfth is what the others left.
    private static async Task Pay(IServiceProvider services, IReadOnlyList<YamlMappingNode> monthly, int nth, DateOnly on, CancellationToken ct)
    {
        var db = services.GetRequiredService<Db>();
        var lines = await db.Set<BudgetLine>().AsNoTracking().ToDictionaryAsync(l => l.Code, ct);
        List<(Guid, EntryDraft)> all = [];
        foreach (var map in monthly)
        {
            var line = lines.GetValueOrDefault(map.Text("line") ?? "") ?? throw new RuleBroken($"{File}, line {map.Line()}: no budget line has the code “{map.Text("line")}”.");
            var amount = Shares.Equal(new Money(line.Amount.Pence * (map.Whole("percent") ?? 100) / 100), 12)[nth];
            all.Add((line.Id, new EntryDraft(EntryKind.Paid, on, $"{map.Text("words")}, {on.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}", amount) { Link = $"https://files.leps.example/ledger/{on:yyyy-MM}.pdf", Invented = true }));
        }
        await services.GetRequiredService<KeepBudget>().Enter(all, Team, Now(services), ct);
    }

    private static async Task Enter(IServiceProvider services, YamlMappingNode order, YamlMappingNode part, EntryKind kind, CancellationToken ct)
    {
        var (db, words) = (services.GetRequiredService<Db>(), order.Text("words"));
        var line = await Line(db, order, ct);
        var ordered = kind == EntryKind.Paid ? await db.Set<BudgetEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Line == line.Id && e.Kind == EntryKind.Order && e.Words == words, ct) : null;
        await services.GetRequiredService<KeepBudget>().Enter(line.Id, new EntryDraft(kind, part.Date("day"), words, new Money(Pence(part)))
        {
            Order = ordered?.Id,
            Event = await DealPlay.Event(services, order.Text("event"), ct),
            Link = $"https://files.leps.example/{(kind == EntryKind.Order ? "orders" : "invoices")}/{part.Date("day"):yyyy-MM-dd}.pdf",
            Invented = true,
        }, Team, Now(services), ct);
    }

    private static async Task Close(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, words) = (services.GetRequiredService<Db>(), map.Text("words"));
        if (await db.Set<BudgetEntry>().FirstOrDefaultAsync(e => e.Kind == EntryKind.Order && e.Words == words && e.ClosedOn == null, ct) is { } order) await services.GetRequiredService<KeepBudget>().Close(order, Team, Now(services), ct);
    }

    // From one organisation, or the same from so many members in their order.
    private static async Task Receive(IServiceProvider services, YamlMappingNode map, CancellationToken ct)
    {
        var (db, code) = (services.GetRequiredService<Db>(), map.Text("from"));
        var line = await Line(db, map, ct);
        var bodies = code is null
            ? await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Skip(map.Whole("skip") ?? 0).Take(map.Whole("take") ?? 0).ToListAsync(ct)
            : await db.Set<Organisation>().AsNoTracking().Where(o => o.Code == code).ToListAsync(ct);
        await services.GetRequiredService<KeepBudget>().Enter([.. bodies.Select(b => (line.Id, new EntryDraft(EntryKind.Paid, map.Date("day"), $"{map.Text("words")}: {b.ShortName}", new Money(Pence(map))) { From = b.Id, Link = $"https://files.leps.example/bank/{map.Date("day"):yyyy-MM-dd}.pdf", Invented = true }))], Team, Now(services), ct);
    }
}
