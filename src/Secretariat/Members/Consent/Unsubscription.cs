using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Members.Consent;

/// <summary>
/// Somebody left one list: the bulletin stops and nothing else does. It holds for the address and, when known, for the
/// person, so that a new address does not bring the letters back.
/// </summary>
public sealed class Unsubscription : Record, IHoldsPersonalData
{
    private Unsubscription() { }

    public Unsubscription(Guid? person, EmailAddress address, string list, DateTimeOffset at, string how) =>
        (Person, AddressKey, List, At, How) = (person, address.Key, list, at, how);

    public Guid? Person { get; private set; }
    public string AddressKey { get; private set; } = "";

    /// <summary>The list's code, which is its letters' class: "bulletin".</summary>
    public string List { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>In words: "by the link in the letter", "by e-mail, entered by staff".</summary>
    public string How { get; private set; } = "";

    /// <summary>When they asked for the list again; it no longer counts from then on.</summary>
    public DateTimeOffset? CameBackAt { get; private set; }

    public void ComeBack(DateTimeOffset now) => CameBackAt ??= now;

    /// <summary>Forgets the person; that this address wants no letters has to be kept to be obeyed.</summary>
    internal void Forget() => Person = null;
}

public sealed class UnsubscriptionMap : IEntityTypeConfiguration<Unsubscription>
{
    public void Configure(EntityTypeBuilder<Unsubscription> left)
    {
        left.ToTable("unsubscription");
        left.Property(u => u.AddressKey).HasMaxLength(320);
        left.Property(u => u.List).HasMaxLength(80);
        left.Property(u => u.How).HasMaxLength(200);
        left.HasIndex(u => new { u.List, u.AddressKey });
        left.HasIndex(u => u.Person);
    }
}
