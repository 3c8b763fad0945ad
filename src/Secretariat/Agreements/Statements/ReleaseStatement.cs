using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements;

/// <summary>
/// The one door. Whatever sends a statement out asks here, with the words that it is about to send, and each refusal is kept as an
/// attempt. No role passes it: it does not ask who somebody is.
/// </summary>
public sealed class ReleaseStatement(Db db, Sites sites, TimeProvider clock)
{
    public const string RefusedVerb = "Refused: release a statement";

    /// <param name="channel">By which way it was to go, for the record of a refusal: "bulletin 13".</param>
    /// <param name="carrier">The record that was to carry it.</param>
    public async Task<ReleasedText> Run(Statement statement, Guid? mandate, string channel, Guid carrier, Actor by, CancellationToken ct)
    {
        try
        {
            return await Look(statement, mandate, ct);
        }
        catch (RuleBroken no)
        {
            db.Note(by, RefusedVerb, mandate is null ? nameof(Statement) : nameof(Mandate), mandate ?? carrier, ("Channel", channel), ("Carrier", $"{carrier}"), ("Why", no.Message));
            await db.SaveUnaudited(ct);
            throw;
        }
    }

    /// <summary>The same for a page that only shows it: looking is no attempt.</summary>
    public async Task<ReleasedText> Look(Statement statement, Guid? mandate, CancellationToken ct) =>
        statement.Release(mandate is { } id ? await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) : null, sites.Today(clock));

    /// <summary>The text that a mandate is about, as its round keeps it.</summary>
    public async Task<Statement> Of(Mandate mandate, CancellationToken ct) =>
        new((await db.Set<RoundVersion>().AsNoTracking().Where(v => v.Round == mandate.Round && v.Hash == mandate.Hash).OrderByDescending(v => v.Number).FirstAsync(ct)).Text);
}
