using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Members.People;

/// <summary>One letter to a person, as the ledger knows it.</summary>
public sealed record LetterLine(Guid Id, string Title, string Class, Guid? About, string Address, DeliveryState State, string Why, DateTimeOffset At)
{
    /// <summary>In words that answer "did they get it?". What cannot be known is said aloud.</summary>
    public string Words => State switch
    {
        DeliveryState.Sent => "sent",
        DeliveryState.Queued or DeliveryState.Claimed or DeliveryState.Sending => "waiting to be sent",
        DeliveryState.Deferred => "waiting to be tried again",
        DeliveryState.Suppressed => "not sent",
        DeliveryState.Unknown => "unknown",
        _ => State.Word(),
    };

    /// <summary>The look of its mark: sent, waiting, failed, or off.</summary>
    public string Look => State switch
    {
        DeliveryState.Sent => "sent",
        DeliveryState.Failed or DeliveryState.Bounced or DeliveryState.Unknown => "failed",
        DeliveryState.Suppressed or DeliveryState.Cancelled => "off",
        _ => "waiting",
    };

    /// <summary>The page that shows what was sent.</summary>
    public string? Href => HrefOf(Class, About);

    /// <summary>Where whoever got it reads it again.</summary>
    public string? MyHref => About is null ? null : Class switch { "bulletin" => $"/my/bulletins/{About}", "newsletter" => "/newsletters", _ => null };

    public static string? HrefOf(string letterClass, Guid? about) => about is not null && letterClass is ("bulletin" or "newsletter") ? $"/desk/{letterClass}s/{about}" : null;
}

/// <summary>Asks the ledger for the letters to one person, by whichever of their records, the newest first.</summary>
public static class LettersTo
{
    /// <param name="person">The record that is read, or one that was merged, of which only its own are shown.</param>
    /// <param name="before">The last letter of the page before.</param>
    public static Task<List<LetterLine>> Person(Db db, Guid person, Guid? before, int take, CancellationToken ct)
    {
        var theirs = db.Set<Delivery>().AsNoTracking().Where(d => d.Person != null && db.Set<People.Person>().Any(r => r.Id == d.Person && (r.Canonical == person || r.Id == person)));
        // Ids are only an order of their own here: newest first, each letter once.
        if (before is { } last) theirs = theirs.Where(d => d.Id.CompareTo(last) < 0);
        return theirs.OrderByDescending(d => d.Id).Take(take)
            .Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { d, b }).OrderByDescending(x => x.d.Id)
            .Select(x => new LetterLine(x.d.Id, x.b.Title, x.b.Class, x.b.About, x.d.Address, x.d.State, x.d.Why, x.d.At)).ToListAsync(ct);
    }
}
