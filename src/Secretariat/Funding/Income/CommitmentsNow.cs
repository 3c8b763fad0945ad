using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Members.Organisations;
using Secretariat.Planning;
using Secretariat.Planning.Road;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Income;

/// <summary>Reads the commitments to a year from the answers in its round of confirmation; nothing of them is stored a second time.</summary>
public sealed class CommitmentsNow(Db db, Sites sites)
{
    public async Task<CommitmentTable> Of(Plan? plan, CancellationToken ct)
    {
        if (plan is null) return CommitmentTable.None;
        var step = await db.Set<PlanStep>().AsNoTracking().Where(s => s.Plan == plan.Id && s.Kind == StepKind.Confirmation).OrderBy(s => s.Place).FirstOrDefaultAsync(ct);
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new Body(o.Id, o.Code, o.Name)).ToListAsync(ct);
        var asked = step is null ? null : await Asked($"{plan.About}:{step.Code}", ct);
        var changes = (await db.Set<CommitmentChange>().AsNoTracking().Where(c => c.Plan == plan.Id).OrderBy(c => c.On).ThenBy(c => c.EnteredAt).ToListAsync(ct)).ToLookup(c => c.Organisation);
        var received = (await db.Set<BudgetEntry>().AsNoTracking().Where(e => e.From != null && e.Kind == EntryKind.Paid).ToListAsync(ct)).ToLookup(e => e.From!.Value);
        return new(plan.Id, plan.Year.Name, asked?.Round.Id, asked?.Round.AskedPence is { } pence ? new Money(pence) : null,
            [.. members.Select(m => With(Changed(asked is null ? Silent(m) : OfMember(m, asked), changes[m.Id]), received[m.Id]))],
            [.. (await Besides(step, ct)).Select(c => With(Changed(c, changes[c.Organisation]), received[c.Organisation]))]);
    }

    private sealed record Body(Guid Id, string Code, string Name);

    private sealed record Ask(Round Round, Dictionary<Guid, Elector> Electors, ILookup<Guid, Response> Responses, Dictionary<Guid, Standing> Standings);

    private async Task<Ask?> Asked(string about, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().Where(r => r.About == about && r.Kind == RoundKind.Confirm && r.OpenedAt != null && r.State != RoundState.Cancelled).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) is not { } round) return null;
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => e.Round == round.Id && e.Organisation != null).ToListAsync(ct);
        var responses = await db.Set<Response>().AsNoTracking().Where(r => r.Round == round.Id).OrderBy(r => r.Number).ToListAsync(ct);
        var looks = await db.Set<RoundLook>().AsNoTracking().Where(l => l.Round == round.Id).ToListAsync(ct);
        var count = round.Counted ?? Tally.Of(RoundReading.Of(round, round.Ends, electors, responses, looks));
        return new(round, electors.DistinctBy(e => e.Organisation).ToDictionary(e => e.Organisation!.Value), responses.ToLookup(r => r.Elector), count.Standings.ToDictionary(s => s.Elector));
    }

    private Commitment OfMember(Body member, Ask ask)
    {
        if (!ask.Electors.TryGetValue(member.Id, out var elector) || !ask.Standings.TryGetValue(elector.Id, out var standing)) return Silent(member) with { Notes = ["It was not asked in the round."] };
        var lines = ask.Responses[elector.Id].ToList();
        var said = lines.Find(r => r.Number == standing.Response);
        var amount = standing.Stand == Stand.Confirms ? said?.Amount ?? Asked(ask) : Money.Zero;
        var state = standing.Stand switch
        {
            Stand.Confirms => ask.Round.AskedPence is { } pence && amount.Pence != pence ? CommitmentState.Otherwise : CommitmentState.Committed,
            Stand.Declines or Stand.DealsThemselves => CommitmentState.Declined,
            Stand.Withdrew => CommitmentState.Withdrawn,
            _ => CommitmentState.NotYet,
        };
        List<string> notes = [.. lines.Where(r => r.Number != standing.Response).Select(r => $"{(r.Late || r.Number > (standing.Response ?? 0) ? "Said too late to count" : "Said before")}, on {Day(r).Plain()}: {r.Answer.Words().ToLowerInvariant()}{(r.Amount is { } a ? $" {a}" : "")}")];
        return new(member.Id, member.Code, member.Name, state, amount, said is null ? null : Day(said), said is null ? null : $"/desk/rounds/{ask.Round.Id}", said?.Way == AnswerWay.LoggedByStaff ? said.EnteredByName : null, notes);
    }

    private static Money Asked(Ask ask) => new(ask.Round.AskedPence ?? 0);

    private DateOnly Day(Response response) => response.At.DateIn(sites.Current.Zone);

    private async Task<IReadOnlyList<Commitment>> Besides(PlanStep? step, CancellationToken ct)
    {
        if (step is null || step.Besides.Count == 0) return [];
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => step.Besides.Contains(o.Code)).OrderBy(o => o.SortName).Select(o => new Body(o.Id, o.Code, o.Name)).ToListAsync(ct);
        var said = await db.Set<BesideConfirmation>().AsNoTracking().Where(c => c.Step == step.Id).ToDictionaryAsync(c => c.Organisation, ct);
        return [.. bodies.Select(b => said.TryGetValue(b.Id, out var one)
            ? new Commitment(b.Id, b.Code, b.Name, CommitmentState.Committed, one.Amount ?? Money.Zero, one.On, $"/desk/plan/road/{step.Id}/confirmed/{Uri.EscapeDataString(b.Code)}", one.EnteredByName, one.Amount is null ? ["No amount was said."] : [])
            : Silent(b))];
    }

    private static Commitment Silent(Body body) => new(body.Id, body.Code, body.Name, CommitmentState.NotYet, Money.Zero, null, null, null, []);

    // What was said last counts; what it was before stays beside it.
    private static Commitment Changed(Commitment before, IEnumerable<CommitmentChange> changes)
    {
        var now = before;
        foreach (var change in changes)
            now = now with
            {
                State = change.Withdraws ? CommitmentState.Withdrawn : CommitmentState.Otherwise,
                Amount = change.Amount,
                On = change.On,
                Proof = change.Link,
                EnteredBy = change.EnteredByName,
                Notes = [.. now.Notes, $"Was {now.Words}{(now.Amount.Pence > 0 ? $" {now.Amount}" : "")}{(now.On is { } on ? $" on {on.Plain()}" : "")}. {change.Words}"],
            };
        return now;
    }

    private static Commitment With(Commitment of, IEnumerable<BudgetEntry> entries)
    {
        var list = entries.ToList();
        return list.Count == 0 ? of : of with { Received = LineStanding.Sum(list.Select(e => e.Amount)), ReceivedOn = list.Where(e => e.Stands).Select(e => (DateOnly?)e.On).Max() };
    }
}
