using Secretariat.Agreements.Statements;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Planning.Api;

/// <summary><c>/api/v1/plan/outcomes</c>: every row of the plan, measured.</summary>
public sealed class OutcomesApi : IApiPart
{
    public sealed record Row(string Code, string Title, string? Pillar, MeasureShape Measure, CadenceShape Cadence, int Delivered, int Due, int Late, int? Forecast,
        IReadOnlyList<Planned> Planned, IReadOnlyList<Shown> Evidence);

    public sealed record MeasureShape(string Kind, int? Count, string Unit);

    public sealed record CadenceShape(string Every, IReadOnlyList<int> Months, IReadOnlyList<int> Except, string InWords);

    public sealed record Planned(int Number, DateOnly Date, string State);

    public sealed record Shown(DateOnly Date, string Title, string Href, string? EnteredBy);

    public void Map(RouteGroupBuilder api) =>
        api.MapGet("/plan/outcomes", async (Standings standings, PutToMembers words, TimeProvider clock, Sites sites, CancellationToken ct) =>
        {
            if (await standings.On(sites.Today(clock), ct) is not { } plan) return [];
            var known = await words.All(ct);
            return plan.Outcomes.Select(o => Shape(o, known)).ToArray();
        })
        .RequireAuthorization(Rights.UseDesk)
        .WithName("plan-outcomes").WithTags("Plan").WithSummary("The plan's outcomes, with what is delivered and the evidence of it")
        .WithDescription("Every row of the plan with its measure, its dates and what was really done; empty while there is no plan.")
        .Produces<Row[]>();

    private static Row Shape(OutcomeStanding outcome, IReadOnlyList<PutToMembers.Known> known)
    {
        // A program may show it anywhere: what was put to members leaves as a statement, and not as a row of the plan.
        string Line(string words) => PutToMembers.InLine(words, known) is null ? words : "";
        var (measure, cadence, progress) = (outcome.Measure, outcome.Cadence, outcome.Progress);
        return new(outcome.Code, Line(outcome.Title), outcome.Pillar,
            new(Measure.Code(measure.Kind), measure.Count, Line(measure.Unit)),
            new(Cadence.Code(cadence.Every), cadence.Months, cadence.Except, cadence.InWords),
            progress.Delivered, progress.Due, progress.Late, progress.Forecast.Count,
            [.. progress.Dates.Select(date => new Planned(date.Number, date.Date, date.State.ToString().ToLowerInvariant()))],
            [.. progress.Evidence.Select(proof => new Shown(proof.Date, proof.Title, proof.Href, proof.ByHand))]);
    }
}
