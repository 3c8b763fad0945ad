using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Invitations;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Events.Wishes;

/// <summary>Asks the chief executive of each member that has ranked nothing yet, and their PA in copy.</summary>
public sealed class WishAsks(Settings settings, Sites sites) : IAsk
{
    private const int IdBytes = 16, Minutes = 3;
    private readonly LinkKey _key = new(settings, "wishes");

    public string Kind => "workshop-wishes";

    public async Task<IReadOnlyList<DateTimeOffset>> Closings(Db db, CancellationToken ct) =>
        [.. (await db.Set<WishCall>().AsNoTracking().ToListAsync(ct)).Select(c => c.ClosesAt(sites.Current.Zone))];

    public async Task<IReadOnlyList<Ask>> Open(Db db, Guid? of, DateTimeOffset now, CancellationToken ct)
    {
        var (zone, today) = (sites.Current.Zone, now.DateIn(sites.Current.Zone));
        if (await db.Set<WishCall>().AsNoTracking().FirstOrDefaultAsync(c => c.Closes >= today, ct) is not { } call || call.ClosesAt(zone) <= now) return [];
        var done = await db.Set<WishRanking>().Where(r => r.Call == call.Id).Select(r => r.Member).ToHashSetAsync(ct);
        var missing = (await ChiefExecutives.On(db, today, ct)).Where(s => !done.Contains(s.Member)).ToList();
        var pas = await ActingPas.For(db, [.. missing.Select(s => s.Record)], today, ct);
        return [.. missing.SelectMany(s => pas[s.Record].Select(pa => (s.Member, pa.Person, pa.Name, pa.Email, For: (string?)s.Name)).Prepend((s.Member, s.Person, s.Name, s.Email, null)))
            .Where(a => of is null || a.Person == of)
            .Select(a => new Ask(Kind, $"{call.Id:N}{a.Member:N}", a.Person, a.Name, a.Email, $"{(a.For is null ? "" : $"For {a.For}: ")}What should workshops be about? Propose, and rank three", call.OpenedAt, call.ClosesAt(zone), Minutes, $"/my/wishes/{a.Member}"))];
    }

    public string Link(string key, Guid person) => "/a/w/" + _key.Token([.. Guid.Parse(key[..32]).ToByteArray(), .. Guid.Parse(key[32..]).ToByteArray(), .. person.ToByteArray()]);

    public (Guid Call, Guid Member, Guid Person)? Read(string token) =>
        _key.Read(token) is { Length: 3 * IdBytes } says ? (new Guid(says.AsSpan(0, IdBytes)), new Guid(says.AsSpan(IdBytes, IdBytes)), new Guid(says.AsSpan(2 * IdBytes, IdBytes))) : null;
}
