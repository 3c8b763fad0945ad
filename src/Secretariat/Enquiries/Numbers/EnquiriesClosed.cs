using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Numbers;

/// <summary>What the plan counts: enquiries by their first closing, but for spam. It says nothing of who asked, since it is read for years.</summary>
public sealed class EnquiriesClosed(Db db, Sites sites) : IEvidence
{
    public const string Code = "enquiries-closed";

    public IReadOnlyCollection<string> Codes => [Code];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var closed = await Closed(db, first, last, zone).OrderBy(e => e.CountedAt).ThenBy(e => e.Id).ToListAsync(ct);
        if (closed.Count == 0) return [];
        var members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var days = await OfficeDays.Load(db, ct);
        return [.. closed.Select(e => new Evidence(Code, e.CountedAt!.Value.DateIn(zone), Said(e), $"/desk/enquiries/{e.Id}"))];

        string Said(Enquiry e) => $"{(e.Theme is { } theme ? themes.GetValueOrDefault(theme, theme) : "A question")}{(e.Area is { } area ? $", from {area}" : "")} · {(e.CountedFor is { } member ? $"answered by {members.GetValueOrDefault(member, "a member")}" : e.CountedAs!.Value.Words())}{(e.AnsweredAt is { } at ? $" {After(days.Between(e.ReceivedAt.DateIn(zone), at.DateIn(zone)))}" : "")}";
    }

    internal static IQueryable<Enquiry> Closed(Db db, DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        var (from, to) = (first.At(TimeOnly.MinValue, zone), last.AddDays(1).At(TimeOnly.MinValue, zone));
        return db.Set<Enquiry>().AsNoTracking().Where(e => e.CountedAt >= from && e.CountedAt < to && e.ClosedAs != EnquiryEnd.Spam);
    }

    internal static string After(int days) => days switch { 0 => "on the same day", 1 => "after one working day", _ => $"after {days} working days" };
}
