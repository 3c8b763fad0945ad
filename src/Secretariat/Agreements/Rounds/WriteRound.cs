using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <param name="About">Which of another floor's things it is about.</param>
public sealed record RoundWish(RoundKind Kind, string Title, string Rule, string? Subject, string? Markdown, DateTimeOffset ClosesAt, string About)
{
    public DateOnly? MandateUntil { get; init; }
    public bool Invented { get; init; }
}

/// <summary>Writes a round for a later floor, as a draft that staff look at and open.</summary>
public sealed class WriteRound(Db db)
{
    public async Task<Guid> Run(RoundWish wish, Actor by, CancellationToken ct)
    {
        var rule = await db.Set<RoundRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == wish.Rule, ct) ?? throw new RuleBroken("Choose the rule under which you ask.", "Rule");
        var round = new Round(new RoundDraft(wish.Kind, wish.Title, wish.Rule, RoundText.Written(wish.Subject, wish.Markdown, []), wish.Markdown, wish.ClosesAt) { About = wish.About, MandateUntil = wish.MandateUntil, Terms = rule.Terms }) { Invented = wish.Invented };
        db.Add(round);
        await db.Save(by, "Write round", ct);
        return round.Id;
    }
}
