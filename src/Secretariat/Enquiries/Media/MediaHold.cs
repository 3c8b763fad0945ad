using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Enquiries.Media;

/// <summary>A hold on what is public is on media offers too, and one on a theme or a member on offers about it. It warns: what a member says for itself is the member's.</summary>
public static class MediaHold
{
    /// <param name="about">The request that is looked at; without one only what holds all of them is said.</param>
    /// <param name="members">The codes of the members whose people would be rung.</param>
    public static async Task<IReadOnlyList<string>> Words(Db db, DateTimeOffset now, TimeZoneInfo zone, CancellationToken ct, MediaRequest? about = null, IReadOnlyCollection<string>? members = null)
    {
        var holds = (await db.Holds(ct)).FindAll(h => h.Stops([Hold.Public, .. about?.Theme is { } theme ? [$"theme:{theme}"] : Array.Empty<string>(), .. members?.Select(Member) ?? []], now));
        var names = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => Member(o.Code), o => o.ShortName, ct);
        return [.. holds.Select(h => $"A hold {On(h)}is in force{(h.Until is { } until ? $" until {until.Long(zone)}" : "")}: {h.Reason} {Keep(h)} while it lasts. Members may speak for themselves.")];

        string On(Hold hold) => names.TryGetValue(hold.Scope, out var name) ? $"on what is about {name} " : hold.Scope is Hold.Public or Hold.Everything ? "" : "on this theme ";
        string Keep(Hold hold) => names.TryGetValue(hold.Scope, out var name) ? $"Offer nobody of {name} and supply nothing about it" : "Offer nobody and supply nothing";
    }

    private static string Member(string code) => $"member:{code}";
}
