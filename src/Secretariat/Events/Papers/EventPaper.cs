using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Secretariat.Events.Diary;
using Secretariat.Planning;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Papers;

/// <summary>A point of an event's agenda with its paper, or what is handed out afterwards.</summary>
public sealed class EventPaper : Record
{
    private EventPaper() { }

    public EventPaper(Guid @event, int place, string? title, string? lead, string? link, Circulation circulation, bool afterwards)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBroken("Say what it is about.", "Title");
        if ($"{title}{lead}".Trim().Any(char.IsControl)) throw new RuleBroken("Keep each on one line.", "Title");
        if (afterwards && string.IsNullOrWhiteSpace(link)) throw new RuleBroken("Give the address at which it can be read.", "Link");
        (Event, Place, Title, Lead, Circulation, Afterwards) = (@event, place, title.Trim(), string.IsNullOrWhiteSpace(lead) ? null : lead.Trim(), circulation, afterwards);
        Link = WebAddress.Checked(link, "Link");
    }

    public Guid Event { get; private set; }
    public int Place { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Who leads it, or what is asked: "for decision".</summary>
    public string? Lead { get; private set; }

    public string? Link { get; private set; }
    public Circulation Circulation { get; private set; }

    /// <summary>Handed out when the event is over.</summary>
    public bool Afterwards { get; private set; }
}

public sealed class EventPaperMap : IEntityTypeConfiguration<EventPaper>
{
    public void Configure(EntityTypeBuilder<EventPaper> paper)
    {
        paper.ToTable("event_paper");
        paper.Property(p => p.Title).HasMaxLength(200);
        paper.Property(p => p.Lead).HasMaxLength(200);
        paper.Property(p => p.Link).HasMaxLength(WebAddress.MaxLength);
        paper.HasOne<Event>().WithMany().HasForeignKey(p => p.Event).OnDelete(DeleteBehavior.Restrict);
        paper.HasIndex(p => new { p.Event, p.Place });
    }
}
