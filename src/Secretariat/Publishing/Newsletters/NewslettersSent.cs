using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Newsletters;

/// <summary>What the plan counts: newsletters of which letters really left, by the day they did.</summary>
public sealed class NewslettersSent(Db db, Sites sites) : IEvidence
{
    public const string Code = "newsletters-sent";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var sent = await db.Set<Edition>().AsNoTracking().Where(e => e.Kind == EditionKind.Newsletter && e.State == EditionState.Sent && e.SentAt >= from && e.SentAt < to).OrderBy(e => e.SentAt).ToListAsync(ct);
        return [.. sent.Select(e => new Evidence(Code, e.SentAt!.Value.DateIn(zone), $"{e.Name}: {e.Subject}, to {e.SentTo:N0} people", e.Path))];
    }
}
