using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items;

/// <summary>What was published about a member, by the bulletins and newsletters that really left.</summary>
public sealed class PublishedTimeline : ITimeline
{
    public async Task<IReadOnlyList<TimelineLine>> OfOrganisation(Db db, Guid organisation, TimelineSpan span, CancellationToken ct) =>
        [.. (await (from item in db.Set<Item>().AsNoTracking()
                    where item.About.Contains(organisation)
                    from edition in db.Set<Edition>()
                    where edition.State == EditionState.Sent && edition.SentAt < span.Before && edition.Items.Contains(item.Id)
                    orderby edition.SentAt descending
                    select new { item.Id, item.Heading, edition.Kind, edition.Number, edition.SentAt }).Take(span.Most).ToListAsync(ct))
            .Select(p => new TimelineLine(p.SentAt!.Value, $"Published: {p.Heading}", $"in {p.Kind.Word()} {p.Number}", $"/desk/items/{p.Id}", TimelineRoom.My))];
}
