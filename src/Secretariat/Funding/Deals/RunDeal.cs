using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals;

/// <summary>The steps of a deal: begun, changed, moved from stage to stage, its benefits promised and proven.</summary>
public sealed class RunDeal(Db db, Proofs proofs, PutToMembers words, IEnumerable<IDealEvents> events, Sites sites)
{
    public async Task<Deal> Begin(DealDraft draft, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Check(draft, ct);
        await Refuse(null, "Title", draft.Title, by, ct);
        var deal = new Deal(draft, now);
        db.Add(deal);
        await db.Save(by, "Begin deal", ct);
        return deal;
    }

    public async Task Change(Deal deal, DealDraft draft, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Check(draft with { Organisation = deal.Organisation }, ct);
        await Refuse(deal.Id, "Title", draft.Title, by, ct);
        if (deal.Change(draft, by, now) is { } move) db.Add(move);
        await db.Save(by, "Change deal", ct);
    }

    public async Task Move(Deal deal, DealStage to, string? why, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var benefits = await db.Set<Benefit>().AsNoTracking().Where(b => b.Deal == deal.Id).ToListAsync(ct);
        db.Add(deal.Move(to, why, (await proofs.Of(benefits, ct)).Count(b => !b.IsProven), by, now, now.DateIn(sites.Current.Zone)));
        await db.Save(by, "Move deal", ct);
    }

    public async Task Plan(Deal deal, string? step, DateOnly? on, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        deal.Plan(step, on, now.DateIn(sites.Current.Zone), now);
        await db.Save(by, "Say what is next with a deal", ct);
    }

    /// <summary>The sponsor reads what was promised, so words that were put to members do not go there.</summary>
    public async Task<Benefit> Promise(Deal deal, string? what, DateOnly? due, Actor by, CancellationToken ct)
    {
        await Refuse(deal.Id, "What", what, by, ct);
        var benefit = new Benefit(deal, what, due);
        if (await db.Set<Benefit>().AnyAsync(b => b.Deal == deal.Id && b.What == benefit.What && b.Due == benefit.Due, ct)) throw new RuleBroken("This is promised already, for the same day.", "What");
        db.Add(benefit);
        await db.Save(by, "Promise benefit", ct);
        return benefit;
    }

    public async Task Show(Benefit benefit, string? thing, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var (kind, id) = await proofs.Chosen(thing, ct);
        benefit.Show(kind, id, by, now);
        await db.Save(by, "Show what delivered a benefit", ct);
    }

    public async Task EnterByHand(Benefit benefit, HandProof proof, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await Refuse(benefit.Deal, "HandWords", proof.Words, by, ct);
        benefit.EnterByHand(proof, by, now, now.DateIn(sites.Current.Zone));
        await db.Save(by, "Enter by hand that a benefit was delivered", ct);
    }

    public async Task TakeOff(Benefit benefit, Actor by, CancellationToken ct)
    {
        benefit.TakeOff();
        await db.Save(by, "Take off what was shown for a benefit", ct);
    }

    public async Task Drop(Benefit benefit, Actor by, CancellationToken ct)
    {
        if (benefit.Proof is not null || benefit.IsByHand) throw new RuleBroken("Something is shown for it: take that off first.");
        db.Remove(benefit);
        await db.Save(by, "Take benefit out of a deal", ct);
    }

    private async Task Check(DealDraft draft, CancellationToken ct)
    {
        if (draft.Organisation is not { } body || !await db.Set<Organisation>().AnyAsync(o => o.Id == body && o.Kind != OrganisationKind.Member && o.Kind != OrganisationKind.Secretariat, ct)) throw new RuleBroken("Choose the sponsor.", "Organisation");
        if (draft.Event is not { } at) return;
        foreach (var floor in events)
            if ((await floor.Of([at], ct)).Count > 0) return;
        throw new RuleBroken("That event is not there.", "Event");
    }

    private async Task Refuse(Guid? deal, string field, string? line, Actor by, CancellationToken ct)
    {
        if (line is null || PutToMembers.InLine(line, await words.All(ct)) is not { } round) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Deal), deal ?? Guid.Empty, ("Channel", "a deal"), ("Carrier", $"{deal}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, field);
    }
}
