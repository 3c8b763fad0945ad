using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>A benefit with what proves it at this moment.</summary>
/// <param name="Shown">The page, edition or event, as long as it is really there.</param>
public sealed record BenefitStand(Benefit Of, ProofShown? Shown)
{
    public bool IsProven => Shown is not null || Of.IsByHand;

    /// <summary>Something was chosen to prove it, and it is not there any more.</summary>
    public bool IsGone => Of.Proof is not null && Shown is null;

    public DateOnly? On => Shown?.On ?? Of.HandOn;
}

/// <summary>Asks each kind of thing which of those chosen are still there.</summary>
public sealed class Proofs(IEnumerable<IBenefitProof> kinds)
{
    public IReadOnlyList<IBenefitProof> Kinds { get; } = [.. kinds];

    public async Task<IReadOnlyList<BenefitStand>> Of(IReadOnlyCollection<Benefit> benefits, CancellationToken ct)
    {
        var shown = new Dictionary<(string, Guid), ProofShown>();
        foreach (var chosen in benefits.Where(b => b.Proof is not null).GroupBy(b => b.ProofKind!))
            if (Kinds.FirstOrDefault(k => k.Kind == chosen.Key) is { } kind)
                foreach (var one in await kind.Standing([.. chosen.Select(b => b.Proof!.Value).Distinct()], ct)) shown[(chosen.Key, one.Id)] = one;
        return [.. benefits.OrderBy(b => b.Due).ThenBy(b => b.What, StringComparer.Ordinal).Select(b => new BenefitStand(b, b.Proof is { } thing ? shown.GetValueOrDefault((b.ProofKind!, thing)) : null))];
    }

    /// <summary>The thing that somebody chose, written "newsletter:0197…".</summary>
    /// <exception cref="RuleBroken">It is not there, or was never offered.</exception>
    public async Task<(string Kind, Guid Thing)> Chosen(string? typed, CancellationToken ct)
    {
        if (typed?.Split(':', 2) is [var code, var id] && Guid.TryParse(id, out var thing) && Kinds.FirstOrDefault(k => k.Kind == code) is { } kind && (await kind.Standing([thing], ct)).Any(s => s.Id == thing)) return (code, thing);
        throw new RuleBroken("Choose what shows it: only what is public, sent or held proves anything.", "Thing");
    }
}
