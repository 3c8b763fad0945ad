using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>One sign-in on one device. The cookie only names it, so ending it here ends it wherever the cookie was copied to.</summary>
public sealed class Session : Record, IHoldsPersonalData
{
    /// <summary>However often its cookie is renewed: after that one signs in anew, and the row goes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public required Guid Person { get; init; }

    /// <summary>By the machine's clock, as is <see cref="EndedAt"/>: the network's may be moved.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}

public sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("session");
        session.HasIndex(s => s.Person);
        session.HasIndex(s => s.BeganAt);
    }
}
