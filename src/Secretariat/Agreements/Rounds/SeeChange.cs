using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Somebody of a member has seen the words that are out, so that its agreement to earlier ones carries over where the round said so.</summary>
public sealed class SeeChange(Db db)
{
    /// <summary>As on the button of the link's page: that a link was opened says nothing, since mail filters open every one.</summary>
    public const string Words = "I have seen this change: our agreement stays";

    /// <param name="hash">The words that stood on the screen.</param>
    public Task Run(Guid id, Guid elector, Guid person, string? hash, AnswerWay way, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: it comes before the count and before other words, or sees that it has come after them.
        var round = await db.Locked(id, ct);
        if (!round.TakesInTime(now)) throw new RuleBroken("This round takes no more answers, so its result stays as it is.");
        if (round.Latest.Hash != hash) throw new RuleBroken("The text was changed while you read it. Read the change, then say so again.");
        var number = round.Latest.Number;
        var look = await db.Set<RoundLook>().SingleOrDefaultAsync(l => l.Elector == elector && l.Person == person && l.Number == number, ct);
        if (look is null) db.Add(look = new RoundLook { Round = id, Elector = elector, Person = person, Number = number, Way = way, At = now });
        look.See(now);
        await db.SaveUnaudited(ct);
    }, ct);
}
