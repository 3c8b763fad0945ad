using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;

namespace Secretariat.Planning;

/// <summary>
/// The plan stands on the web and is read by programs, so its words are looked at as a bulletin's are: a text that was put to
/// members does not leave by it.
/// </summary>
public sealed class PlanWords(Db db, PutToMembers words)
{
    /// <summary>Call it before anything is changed: a refusal is written down at once.</summary>
    /// <exception cref="RuleBroken">Words that were put to members are among them; the try is kept.</exception>
    public async Task Require(Outcome outcome, string title, string description, string unit, Actor by, CancellationToken ct)
    {
        var known = await words.All(ct);
        foreach (var (field, found) in new[] { ("Title", PutToMembers.InLine(title, known)), ("Description", PutToMembers.InPlain(description, known)), ("Unit", PutToMembers.InLine(unit, known)) })
        {
            if (found is not { } round) continue;
            db.Note(by, ReleaseStatement.RefusedVerb, nameof(Outcome), outcome.Id, ("Channel", "the plan"), ("Carrier", $"{outcome.Id}"), ("Why", round.Refusal));
            await db.SaveUnaudited(ct);
            throw new RuleBroken(round.Refusal, field);
        }
    }
}
