using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Reporting.Annual;

/// <summary>Asks each member's chief executive for its figures (its Chair, where there is none), and both for the sign-off once they are in; their PAs in copy.</summary>
public sealed class ReturnAsks(Settings settings, Sites sites) : IAsk
{
    private const int IdBytes = 16, Minutes = 20, SignMinutes = 5;
    private readonly LinkKey _key = new(settings, "annual-return");

    public string Kind => "annual-figures";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<AnnualReport>().AsNoTracking().Where(r => r.State == AnnualState.Collecting).Select(r => r.Closes).ToListAsync(ct)).Select(c => c.At(new TimeOnly(17, 0), sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var (zone, today) = (sites.Current.Zone, now.DateIn(sites.Current.Zone));
        if (await db.Set<AnnualReport>().AsNoTracking().Where(r => r.State == AnnualState.Collecting && r.Closes >= today).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct) is not { } report || report.ClosesAt(zone) <= now) return [];
        var returns = await db.Set<MemberReturn>().AsNoTracking().Where(r => r.Report == report.Id).Select(r => new { r.Member, r.State, r.SentAt, r.Back }).ToDictionaryAsync(r => r.Member, ct);
        var names = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        List<(AnswersForMember.Seat Seat, bool Signs)> asked = [];
        foreach (var seats in (await AnswersForMember.Seats(db, today, ct)).Where(s => names.ContainsKey(s.Member)).GroupBy(s => s.Member))
        {
            var state = returns.GetValueOrDefault(seats.Key)?.State;
            if (state == ReturnState.SignedOff) continue;
            if (state == ReturnState.SentIn) asked.AddRange(seats.DistinctBy(s => s.Person).Select(s => (s, true)));
            else asked.Add((seats.FirstOrDefault(s => s.Kind == PositionKind.ChiefExecutive) ?? seats.First(), false));
        }
        var pas = await ActingPas.For(db, [.. asked.Where(a => !a.Signs).Select(a => a.Seat.Record)], today, ct);
        return [.. asked.SelectMany(a => (a.Signs ? [] : pas[a.Seat.Record].Select(pa => (pa.Person, pa.Name, pa.Email, For: (string?)a.Seat.Name))).Prepend((a.Seat.Person, a.Seat.Name, a.Seat.Email, null)).Select(p => (a, p)))
            .Where(x => of is null || x.p.Person == of)
            .Select(x => new Ask(Kind, $"{report.Id:N}{x.a.Seat.Member:N}{(x.a.Signs ? "s" : "")}", x.p.Person, x.p.Name, x.p.Email, What(x.a.Seat.Member, x.a.Signs, x.p.For), (x.a.Signs ? returns[x.a.Seat.Member].SentAt : null) ?? report.OpenedAt, report.ClosesAt(zone), x.a.Signs ? SignMinutes : Minutes, $"/my/report/{x.a.Seat.Member}"))];

        string What(Guid member, bool signs, string? pa) =>
            $"{(pa is null ? "" : $"For {pa}: ")}{names[member]}: {(signs ? "sign off the figures for the annual report" : returns.GetValueOrDefault(member)?.Back is { } back ? $"look again at the figures for the annual report ({back})" : "give the figures for the annual report")}";
    }

    public string Link(string key, Guid person) => "/a/f/" + _key.Token([.. Guid.Parse(key[..32]).ToByteArray(), .. Guid.Parse(key[32..64]).ToByteArray(), .. person.ToByteArray()]);

    public (Guid Report, Guid Member, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 3 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes)), new Guid(says.AsSpan(2 * IdBytes, IdBytes))) : null;
}
