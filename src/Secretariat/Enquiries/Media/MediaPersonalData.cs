using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <summary>Journalists known by their address, who was rung, who spoke and on what somebody speaks. That a member spoke stays.</summary>
public sealed class MediaPersonalData(Db db, TimeProvider clock) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers => [typeof(MediaRequest), typeof(MediaCall), typeof(SpeaksOn)];

    public async Task<IReadOnlyDictionary<string, object?>> Export(Guid person, CancellationToken ct) => new Dictionary<string, object?>
    {
        ["media_requests"] = await Asked(person).AsNoTracking().OrderBy(r => r.ReceivedAt).Select(r => new { r.Outlet, r.Journalist, r.Phone, r.Email, r.Topic, r.Place, r.ReceivedAt, r.Deadline, Outcome = r.Outcome.ToString() }).ToListAsync(ct),
        ["rung_about_media"] = await db.Set<MediaCall>().AsNoTracking().Where(c => c.Person == person).OrderBy(c => c.At).Join(db.Set<MediaRequest>(), c => c.Request, r => r.Id, (c, r) => new { r.Outlet, r.Topic, Result = c.Result.ToString(), c.At }).ToListAsync(ct),
        ["spoke_to_media"] = await db.Set<MediaRequest>().AsNoTracking().Where(r => r.Speaker == person).OrderBy(r => r.ClosedAt).Select(r => new { r.Outlet, r.Topic, r.ClosedAt }).ToListAsync(ct),
        ["speaks_to_media_on"] = await db.Set<SpeaksOn>().AsNoTracking().Where(s => s.Person == person).Select(s => s.Themes).ToListAsync(ct),
    };

    public async Task Erase(Guid person, CancellationToken ct)
    {
        foreach (var request in await Asked(person).ToListAsync(ct)) request.Forget(clock.GetUtcNow());
        var calls = await db.Set<MediaCall>().Where(c => c.Person == person).ToListAsync(ct);
        await ForgetNames(person, calls, ct);
        foreach (var call in calls) call.Forget();
        db.RemoveRange(await db.Set<SpeaksOn>().Where(s => s.Person == person).ToListAsync(ct));
    }

    // Who spoke, and whose contacts were given, staff typed as they liked: "Ms Osier", "Maud Osier, chief executive".
    private async Task ForgetNames(Guid person, IReadOnlyList<MediaCall> calls, CancellationToken ct)
    {
        var rung = calls.Select(c => c.Request).ToHashSet();
        var names = calls.Select(c => c.Name).Concat(await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Name).ToListAsync(ct)).Select(Words).Where(n => n.Count > 0).ToList();
        var requests = await db.Set<MediaRequest>().Where(r => r.Speaker == person || (r.Spoke != null && (rung.Contains(r.Id) || db.Set<Position>().Any(p => p.Person == person && p.Organisation == r.Member))) || r.Outcome == MediaOutcome.ContactsGiven).ToListAsync(ct);
        foreach (var request in requests)
        {
            if (request.Speaker == person || request.Spoke is { } spoke && names.Any(n => n.IsSubsetOf(Words(spoke)) || (rung.Contains(request.Id) && n.Overlaps(Words(spoke))))) request.ForgetSpeaker();
            if (request.Said is { } said && names.Any(n => n.IsSubsetOf(Words(said)))) request.ForgetContacts();
        }
    }

    private static HashSet<string> Words(string text) => [.. string.Concat(text.Folded().Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1)];

    private IQueryable<MediaRequest> Asked(Guid person) => db.Set<MediaRequest>().Where(r => r.EmailKey != "" && db.Set<Person>().Any(p => p.Id == person && p.EmailKey == r.EmailKey));
}
