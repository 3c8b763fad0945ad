using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Notices;

/// <summary>What a notice says may go to outsiders too, so its words are held against those that were put to members.</summary>
public sealed class NoticeGate(Db db, PutToMembers words)
{
    /// <summary>Call it before anything is changed: a refusal is written down at once.</summary>
    public async Task Require(Notice notice, Actor by, CancellationToken ct)
    {
        if (await Refusal(notice, ct) is not { } no) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Notice), notice.Id, ("Channel", "a notice"), ("Carrier", $"{notice.Id}"), ("Why", no));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(no);
    }

    /// <summary>The same for a page that only shows it.</summary>
    public async Task<string?> Refusal(Notice notice, CancellationToken ct)
    {
        var known = await words.All(ct);
        return (PutToMembers.InLine(notice.Subject, known) ?? PutToMembers.In(notice.Html, known))?.Refusal;
    }
}
