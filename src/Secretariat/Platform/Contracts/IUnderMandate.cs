using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>Carries texts that leave only under a mandate, and hears that one no longer lets them out, or that other lines stand under it now.</summary>
public interface IUnderMandate
{
    /// <summary>Stops what has not left yet; acts and saves inside the caller's transaction. Twice is harmless.</summary>
    /// <param name="because">As a clause: "the mandate for “…” was withdrawn on 4 October 2017: …".</param>
    Task Stop(Guid mandate, string because, Actor by, CancellationToken ct);

    /// <summary>What a hold may be about, of whatever carries it here: "theme:skills", "member:CODE".</summary>
    Task<IReadOnlyCollection<string>> Reach(Guid mandate, CancellationToken ct);
}
