using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals;

/// <summary>What the plan counts: deals that were agreed and still stand, and benefits that something proves.</summary>
public sealed class DealsAgreed(Db db, Proofs proofs) : IEvidence
{
    public const string Code = "deals", Delivered = "benefits-delivered";

    public IReadOnlyCollection<string> Codes => [Code, Delivered];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var deals = await db.Set<Deal>().AsNoTracking().Where(d => d.Stage == DealStage.Agreed || d.Stage == DealStage.Delivered).Join(db.Set<Organisation>(), d => d.Organisation, o => o.Id, (d, o) => new { d, o.ShortName }).ToListAsync(ct);
        if (deals.Count == 0) return [];
        var (ids, names) = (deals.ConvertAll(d => d.d.Id), deals.ToDictionary(d => d.d.Id, d => d.ShortName));
        var benefits = await db.Set<Benefit>().AsNoTracking().Where(b => ids.Contains(b.Deal) && (b.Proof != null || b.HandOn != null)).ToListAsync(ct);
        return [.. deals.Where(d => d.d.AgreedOn >= first && d.d.AgreedOn <= last).OrderBy(d => d.d.AgreedOn).Select(d => new Evidence(Code, d.d.AgreedOn!.Value, $"{d.ShortName}: {d.d.Title}, {d.d.Amount} towards {d.d.For.Words()}", $"/desk/funding/deals/{d.d.Id}")),
            .. (await proofs.Of(benefits, ct)).Where(b => b.IsProven && b.On >= first && b.On <= last).Select(b => new Evidence(Delivered, b.On!.Value, $"{names[b.Of.Deal]}: {b.Of.What}{(b.Shown is { } shown ? $" ({shown.Title})" : "")}", b.Shown?.Href ?? $"/desk/funding/deals/{b.Of.Deal}#b-{b.Of.Id}", b.Shown is null ? b.Of.EnteredByName : null))];
    }
}

/// <summary>Beside the deals: how much money they are, and what of what was promised is delivered.</summary>
public sealed class DealFigures(Db db, Proofs proofs, Sites sites) : IFigures
{
    public string Code => DealsAgreed.Code;

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        const string List = "/desk/funding/deals";
        var deals = await db.Set<Deal>().AsNoTracking().ToListAsync(ct);
        if (deals.Count == 0) return [];
        var counted = deals.Where(d => d.Counts).Select(d => d.Id).ToList();
        var benefits = await proofs.Of(await db.Set<Benefit>().AsNoTracking().Where(b => counted.Contains(b.Deal)).ToListAsync(ct), ct);
        var today = now.DateIn(sites.Current.Zone);
        return
        [
            new($"{Budget.Rules.LineStanding.Sum(deals.Where(d => d.Counts).Select(d => d.Amount))}", $"agreed in {counted.Count} {(counted.Count == 1 ? "deal" : "deals")}", List),
            new($"{Budget.Rules.LineStanding.Sum(deals.Where(d => d is { Counts: false, IsOpen: true }).Select(d => d.Amount))}", "still talked about, and no income yet", List),
            new($"{benefits.Count(b => b.IsProven)} of {benefits.Count}", "benefits delivered and shown", List),
            new($"{benefits.Count(b => !b.IsProven && b.Of.Due < today)} of {benefits.Count}", "benefits overdue", List),
        ];
    }
}
