using Secretariat.Platform.Access;

namespace Secretariat.Platform.Contracts;

/// <summary>Who somebody is: asked at sign-in and at each request, so that a right ends with the position it came from.</summary>
public interface IWhoIs
{
    Task<KnownPerson?> ByEmail(string email, CancellationToken ct);

    Task<KnownPerson?> ById(Guid person, CancellationToken ct);

    /// <summary>The record that is read for somebody: another one, once records were merged.</summary>
    Task<Guid> Canonical(Guid person, CancellationToken ct);

    /// <summary>All records that are read as this person, so that what was given to any of them counts.</summary>
    Task<IReadOnlyCollection<Guid>> Records(Guid person, CancellationToken ct);

    /// <summary>The roles that come from positions held on a day (granted ones are added by Access).</summary>
    Task<IReadOnlySet<Role>> RolesOn(Guid person, DateOnly day, CancellationToken ct);
}

public sealed record KnownPerson(Guid Id, string Name, string Email);
