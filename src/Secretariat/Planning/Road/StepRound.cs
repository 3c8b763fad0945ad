using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Road;

/// <summary>Drafts the round that proves a step: its question, its rule, and the members' paper as it stands, to the letter.</summary>
public sealed class StepRound(Db db, Papers papers)
{
    /// <returns>The draft; the one that is there already, when it has not been opened.</returns>
    public async Task<Round> Draft(Guid id, DateTimeOffset closesAt, bool invented, Actor by, CancellationToken ct)
    {
        var step = await db.Set<PlanStep>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        var plan = await db.Set<Plan>().AsNoTracking().SingleAsync(p => p.Id == step.Plan, ct);
        var about = $"{plan.About}:{step.Code}";
        // One that is closed stays as it was: whoever wants to ask again asks in another.
        var here = await db.Set<Round>().Where(r => r.About == about && (r.State == RoundState.Draft || r.State == RoundState.Open)).ToListAsync(ct);
        if (here.Any(r => r.State == RoundState.Open)) throw new RuleBroken("The round of this step is open already. A change goes round as a new version, or cancel it first.");
        var draft = DraftOf(step, plan, await papers.Of(plan, ct), closesAt);
        if (here.FirstOrDefault() is not { } round) db.Add(round = new Round(draft));
        else round.Draft(draft);
        round.Invented = invented;
        await db.Save(by, "Write round", ct);
        return round;
    }

    public static RoundDraft DraftOf(PlanStep step, Plan plan, PlanPaper paper, DateTimeOffset closesAt)
    {
        if (step.Kind is not (StepKind.Comments or StepKind.Confirmation)) throw new RuleBroken("This step is not taken by a round of the members.");
        var confirms = step.Kind == StepKind.Confirmation;
        var (markdown, text) = TextOf(step, plan, paper);
        return new RoundDraft(confirms ? RoundKind.Confirm : RoundKind.Comment, confirms ? $"Do you confirm your sponsorship of the {plan.Title}?" : $"What do you say to the {plan.Title}?",
            step.Rule, text, markdown, closesAt)
        {
            About = $"{plan.About}:{step.Code}",
            // Members are asked for their commitment by the Chairs whom they sent to the Board, and by nobody else.
            Sender = confirms ? RoundSender.Board : RoundSender.Secretariat,
            AskedPence = step.AskedPence,
        };
    }

    public static (string Markdown, RoundText Text) TextOf(PlanStep step, Plan plan, PlanPaper paper) => Papers.Round(paper, step.Kind == StepKind.Confirmation
        ? $"The Management Board asks each member to confirm its sponsorship{(step.AskedPence is { } pence ? $" of {new Money(pence)}" : "")} for {plan.Year.Name}. This is the plan that it is for."
        : null);
}
