using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>A role given to a person by name: admin, staff or sponsor.</summary>
public sealed class Grant : Record, IHoldsPersonalData
{
    public required Guid Person { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

public sealed class GrantMap : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.ToTable("grant_of_role");
        grant.HasIndex(g => g.Person);
    }
}
