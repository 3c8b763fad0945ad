using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Planning.Road;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper;

/// <summary>Writes a plan's paper: its values, its pages, and the text that goes round.</summary>
public sealed class Papers(Db db, IServiceProvider services, ILoggerFactory logs)
{
    public async Task<PlanPaper> Of(Plan plan, CancellationToken ct)
    {
        var pillars = await db.Set<Pillar>().AsNoTracking().Where(p => p.Plan == plan.Id).OrderBy(p => p.Place).ToListAsync(ct);
        var rows = await db.Set<Outcome>().AsNoTracking().Where(o => o.Plan == plan.Id).OrderBy(o => o.Place).ToListAsync(ct);
        var costs = await db.Set<PlanCost>().AsNoTracking().Where(c => c.Plan == plan.Id).OrderBy(c => c.Place).ToListAsync(ct);
        var steps = await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == plan.Id).OrderBy(s => s.Place).ToListAsync(ct);
        return new(plan.Title, plan.Year,
            [.. pillars.Select(p => new PaperPillar($"{p.Code}. {p.Name}", Rows(rows.Where(o => o.Pillar == p.Code)))), .. Rest(rows)],
            [.. costs.GroupBy(c => c.Heading).Select(g => new PaperCost(Words(g.Key), [.. g.Select(c => new PaperLine(c.Name, c.Amount, c.Invented))]))],
            [.. steps.Select(s => new PaperStep(s.Title, s.Date))]);
    }

    /// <summary>The members' paper as a round carries it.</summary>
    /// <param name="before">What is said before it, in the round's own words.</param>
    public static (string Markdown, RoundText Text) Round(PlanPaper paper, string? before)
    {
        var markdown = before is null ? paper.Markdown() : $"{before}\n\n{paper.Markdown()}";
        return (markdown, RoundText.Written(paper.Title, markdown, []));
    }

    public async Task<string> Html(PlanPaper paper, bool withCosts)
    {
        // A fresh renderer each time: one that is used again keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<PaperSheet>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(PaperSheet.Paper)] = paper, [nameof(PaperSheet.WithCosts)] = withCosts }))).ToHtmlString());
    }

    private static IEnumerable<PaperPillar> Rest(List<Outcome> rows) =>
        rows.Any(o => o.Pillar is null) ? [new PaperPillar("What carries it", Rows(rows.Where(o => o.Pillar is null)))] : [];

    private static IReadOnlyList<PaperRow> Rows(IEnumerable<Outcome> rows) => [.. rows.Select(o => new PaperRow(o.Code, o.Title, o.Description, Promise(o)))];

    private static string Promise(Outcome o)
    {
        var words = o.Cadence.Every == Every.None && o.Cadence.TiedTo is null ? o.Measure.InWords : $"{o.Measure.InWords}, {o.Cadence.InWords}";
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>"back-office" reads "Back office".</summary>
    private static string Words(string heading) => heading.Length == 0 ? "Other" : char.ToUpperInvariant(heading[0]) + heading[1..].Replace('-', ' ');
}
