using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Desk;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Paper;
using Secretariat.Planning.Road.Rules;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Planning.Road.Desk;

/// <summary>The plan's road: its steps with their dates, what each waits for, and who is missing.</summary>
public sealed class PlanRoadPageModel(Db db, Standings standings, Sites sites, TimeProvider clock) : PageModel
{
    /// <param name="Missing">Who has not answered, in the members' order.</param>
    /// <param name="Late">Who answered when the round was over: kept, and not counted.</param>
    public sealed record Asked(Round Round, Count Count, TileMap Map, IReadOnlyList<string> Missing, IReadOnlyList<string> Late, Money Confirmed)
    {
        /// <summary>Who confirmed another amount than was asked for, or none, with what they said.</summary>
        public IReadOnlyList<string> Otherwise { get; init; } = [];
    }

    public sealed record Beside(Guid Step, string Code, string Name, BesideConfirmation? Said);

    private Dictionary<Guid, Asked> _asked = [];
    private IReadOnlyList<Beside> _besides = [];

    public PlanChoice Choice { get; private set; } = null!;
    public Plan Plan => Choice.Plan!;
    public IReadOnlyList<StepStanding> Road { get; private set; } = [];
    public DateOnly Day { get; private set; }
    public TimeZoneInfo Zone => sites.Current.Zone;

    public Asked? AskedIn(StepStanding step) => _asked.GetValueOrDefault(step.Step.Id);

    public IEnumerable<Beside> BesidesOf(StepStanding step) => _besides.Where(b => b.Step == step.Step.Id);

    /// <summary>The form on which the Board's decision is written down, filled in as far as it is known.</summary>
    public string Decide(PlanStep step) => $"/desk/decisions/new?on={(step.Date < Day ? step.Date : Day).Iso()}&about={Uri.EscapeDataString($"{Plan.About}:{step.Code}")}&rule={Uri.EscapeDataString(step.Rule)}&text={Uri.EscapeDataString($"{Plan.Title}: {step.Title}.")}";

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken ct)
    {
        Day = sites.Today(clock);
        Choice = await PlanChoice.Newest(standings, year, ct);
        if (Choice.Plan is not { } plan) return Choice.All.Count == 0 && year is null ? Page() : NotFound();
        var steps = await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == plan.Id).OrderBy(s => s.Place).ToListAsync(ct);
        Road = await db.Road(plan, steps, Zone, ct);
        await LoadRounds(steps, ct);
        await LoadBesides(steps, ct);
        return Page();
    }

    private async Task LoadRounds(List<PlanStep> steps, CancellationToken ct)
    {
        var asking = steps.Where(s => s.Kind is StepKind.Comments or StepKind.Confirmation).ToDictionary(s => $"{Plan.About}:{s.Code}");
        var keys = asking.Keys.ToList();
        var rounds = await db.Set<Round>().AsNoTracking().Where(r => keys.Contains(r.About) && r.OpenedAt != null && r.State != RoundState.Cancelled).OrderBy(r => r.OpenedAt).ToListAsync(ct);
        if (rounds.Count == 0) return;
        var ids = rounds.ConvertAll(r => r.Id);
        // All of them at once: however many rounds a road has, the page asks as often.
        var electors = (await db.Set<Elector>().AsNoTracking().Where(e => ids.Contains(e.Round)).OrderBy(e => e.Name).ToListAsync(ct)).ToLookup(e => e.Round);
        var responses = (await db.Set<Response>().AsNoTracking().Where(r => ids.Contains(r.Round)).OrderBy(r => r.Number).ToListAsync(ct)).ToLookup(r => r.Round);
        var looks = (await db.Set<RoundLook>().AsNoTracking().Where(l => ids.Contains(l.Round)).ToListAsync(ct)).ToLookup(l => l.Round);
        var members = await db.Set<Organisation>().AsNoTracking().AsTiles().ToDictionaryAsync(t => t.Id, ct);
        foreach (var round in rounds)
            _asked[asking[round.About].Id] = Of(round, [.. electors[round.Id]], [.. responses[round.Id]], [.. looks[round.Id]], members);
    }

    private static Asked Of(Round round, IReadOnlyList<Elector> electors, IReadOnlyList<Response> responses, IReadOnlyList<RoundLook> looks, Dictionary<Guid, MemberTile> members)
    {
        var count = round.Counted ?? Tally.Of(Agreements.Rounds.RoundReading.Of(round, round.Ends, electors, responses, looks));
        var names = electors.ToDictionary(e => e.Id, e => e.Name);
        var latest = responses.Where(r => !r.Late).GroupBy(r => r.Elector).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        var said = count.Those(Stand.Confirms).Select(s => (s.Name, Amount: latest.TryGetValue(s.Elector, out var answer) ? answer.Amount : null)).ToList();
        var confirmed = said.Sum(s => s.Amount?.Pence ?? 0);
        return new(round, count, RoundLookOf.Map(round, count, electors, members, looks.Select(l => l.Elector).ToHashSet()),
            [.. count.Standings.Where(s => s.Stand is Stand.Silent or Stand.Lapsed or Stand.Withdrew).Select(s => s.Name).Order(StringComparer.Ordinal)],
            [.. responses.Where(r => r.Late).Select(r => names[r.Elector]).Distinct().Order(StringComparer.Ordinal)], new Money(confirmed))
        {
            Otherwise = round.AskedPence is { } pence ? [.. said.Where(s => s.Amount?.Pence != pence).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => $"{s.Name} ({s.Amount?.ToString() ?? "no amount"})")] : [],
        };
    }

    private async Task LoadBesides(List<PlanStep> steps, CancellationToken ct)
    {
        var codes = steps.SelectMany(s => s.Besides).Distinct().ToList();
        if (codes.Count == 0) return;
        var ids = steps.ConvertAll(s => s.Id);
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => codes.Contains(o.Code)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Code, o.Name }).ToListAsync(ct);
        var said = await db.Set<BesideConfirmation>().AsNoTracking().Where(c => ids.Contains(c.Step)).ToListAsync(ct);
        _besides = [.. steps.SelectMany(s => bodies.Where(b => s.Besides.Contains(b.Code)).Select(b => new Beside(s.Id, b.Code, b.Name, said.FirstOrDefault(c => c.Step == s.Id && c.Organisation == b.Id))))];
    }
}
