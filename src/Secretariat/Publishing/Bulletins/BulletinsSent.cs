using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins;

/// <summary>What the plan counts: bulletins of which letters really left, by the day they did.</summary>
public sealed class BulletinsSent(Db db, Sites sites) : IEvidence
{
    public const string Code = "bulletins-sent";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var sent = await db.Set<Edition>().AsNoTracking().Where(e => e.Kind == EditionKind.Bulletin && e.State == EditionState.Sent && e.SentAt >= from && e.SentAt < to)
            .OrderBy(e => e.SentAt).Select(e => new { e.Id, e.Number, e.Subject, e.SentAt, e.SentTo }).ToListAsync(ct);
        return [.. sent.Select(e => new Evidence(Code, e.SentAt!.Value.DateIn(zone), $"Bulletin {e.Number}: {e.Subject}, to {e.SentTo:N0} people", $"/desk/bulletins/{e.Id}"))];
    }
}
