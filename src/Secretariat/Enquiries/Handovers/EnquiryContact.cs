using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Handovers;

/// <summary>Who takes enquiries at a member, where that is not its chief executive.</summary>
public sealed class EnquiryContact : Record, IHoldsPersonalData
{
    private EnquiryContact() { }

    public EnquiryContact(Guid member, Guid person) => (Member, Person) = (member, person);

    public Guid Member { get; private set; }
    public Guid Person { get; private set; }

    public void Change(Guid person) => Person = person;
}

public sealed class EnquiryContactMap : IEntityTypeConfiguration<EnquiryContact>
{
    public void Configure(EntityTypeBuilder<EnquiryContact> contact)
    {
        contact.ToTable("enquiry_contact");
        contact.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Member).OnDelete(DeleteBehavior.Cascade);
        contact.HasIndex(c => c.Member).IsUnique();
        contact.HasIndex(c => c.Person);
    }
}
