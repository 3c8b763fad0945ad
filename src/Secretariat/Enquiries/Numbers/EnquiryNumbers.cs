using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Numbers;

/// <summary>How one member did with what was handed to it.</summary>
/// <param name="Days">The working days it usually took to answer; null when it answered nothing.</param>
public sealed record MemberNumbers(MemberTile Member, int Handed, int Answered, int HandedBack, int CameBack, int Running, double? Days);

/// <param name="Days">The working days half of the answers took at most; null when nothing was answered.</param>
public sealed record EnquiryFigures(int Received, int Closed, double? Days, IReadOnlyDictionary<EnquiryEnd, int> Ends, IReadOnlyList<MemberNumbers> Members);

/// <summary>What became of enquiries in a time: how many, how soon, and which member got how many.</summary>
public sealed class EnquiryNumbers(Db db, Sites sites)
{
    public async Task<EnquiryFigures> Of(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        var closed = await EnquiriesClosed.Closed(db, first, last, zone).ToListAsync(ct);
        var received = await db.Set<Enquiry>().CountAsync(e => e.ReceivedAt >= from && e.ReceivedAt < to && e.ClosedAs != EnquiryEnd.Spam, ct);
        var handed = (await db.Set<Handover>().AsNoTracking().Where(h => h.At >= from && h.At < to).ToListAsync(ct)).ToLookup(h => h.Member);
        var days = await OfficeDays.Load(db, ct);
        int Took(DateTimeOffset since, DateTimeOffset until) => days.Between(since.DateIn(zone), until.DateIn(zone));
        var members = await db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct);
        return new(received, closed.Count, Median([.. closed.Where(e => e.AnsweredAt is not null).Select(e => Took(e.ReceivedAt, e.AnsweredAt!.Value))]), closed.GroupBy(e => e.CountedAs!.Value).ToDictionary(g => g.Key, g => g.Count()),
            [.. members.Select(m => new MemberNumbers(m, handed[m.Id].Count(), handed[m.Id].Count(h => h.State is HandoverState.Answered or HandoverState.AlreadyDealing), handed[m.Id].Count(h => h.State == HandoverState.HandedBack), handed[m.Id].Count(h => h.State == HandoverState.CameBack),
                handed[m.Id].Count(h => h.IsRunning), Median([.. handed[m.Id].Where(h => h.State == HandoverState.Answered).Select(h => Took(h.At, h.SettledAt!.Value))])))]);
    }

    public static double? Median(IReadOnlyList<int> values)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }
}
