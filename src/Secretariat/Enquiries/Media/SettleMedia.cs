using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <param name="Member">The code of the member that spoke.</param>
/// <param name="Said">Facts, contacts or the reason, as the outcome has it.</param>
public sealed record MediaEnd(MediaOutcome? Outcome, string? Member = null, string? Who = null, string? Said = null, string? Source = null);

/// <summary>Takes down what the media ask, and what came of it: never a view of the network, nor words that were put to members.</summary>
public sealed class SettleMedia(Db db, PutToMembers words)
{
    public Task<MediaRequest> Take(MediaDraft draft, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        if (draft.Theme is { Length: > 0 } theme && !await db.Set<Theme>().AnyAsync(t => t.Code == theme, ct)) throw new RuleBroken("Choose one of the themes, or none.", "Theme");
        var request = new MediaRequest(draft, now);
        db.Add(request);
        await db.Save(by, "Take media request", ct);
        return request;
    }, ct);

    public async Task Run(Guid id, MediaEnd end, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        // Outside the transaction: the try is kept, whatever becomes of it.
        await Require(id, end, by, ct);
        await db.Write(async () =>
        {
            await db.Set<MediaRequest>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Outlet, r => r.Outlet), ct);
            var request = await db.Set<MediaRequest>().SingleAsync(r => r.Id == id, ct);
            switch (end.Outcome)
            {
                case MediaOutcome.MemberSpoke:
                    var member = await db.Set<Organisation>().Where(o => o.Code == end.Member && o.Kind == OrganisationKind.Member).Select(o => (Guid?)o.Id).SingleOrDefaultAsync(ct);
                    var of = member ?? throw new RuleBroken("Say which member spoke: nobody speaks for all of them.", "Member");
                    request.MemberSpoke(of, end.Who, await Speaker(of, end.Who, ct), now);
                    break;
                case MediaOutcome.FactsSupplied: request.FactsSupplied(end.Said, end.Source, now); break;
                case MediaOutcome.ContactsGiven: request.ContactsGiven(end.Said, now); break;
                case MediaOutcome.NobodyAvailable: request.NobodyAvailable([.. (await db.Set<MediaCall>().AsNoTracking().Where(c => c.Request == id).ToListAsync(ct)).GroupBy(c => c.Person ?? c.Id).Select(g => g.MaxBy(c => c.At)!)], now); break;
                case MediaOutcome.Declined: request.Decline(end.Said, now); break;
                default: throw new RuleBroken("Say what came of it.", "Outcome");
            }
            await db.Save(by, "Settle media request", ct);
        }, ct);
    }

    /// <summary>Whose record it is: of the member's people the only one with that name. Of two nobody guesses.</summary>
    private async Task<Guid?> Speaker(Guid member, string? who, CancellationToken ct)
    {
        var name = (who ?? "").Folded();
        var named = await db.Set<Position>().Where(p => p.Organisation == member).Join(db.Set<Person>(), p => p.Person, p => p.Id, (_, p) => p).Where(p => p.SortName == name).Select(p => p.Canonical).Distinct().OrderBy(p => p).Take(2).ToListAsync(ct);
        return named is [var one] ? one : null;
    }

    private async Task Require(Guid id, MediaEnd end, Actor by, CancellationToken ct)
    {
        if (end.Outcome is not (MediaOutcome.FactsSupplied or MediaOutcome.ContactsGiven)) return;
        var known = await words.All(ct);
        if ((PutToMembers.InPlain(end.Said ?? "", known) ?? PutToMembers.InLine(end.Source ?? "", known)) is not { } round) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(MediaRequest), id, ("Channel", "the media"), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, "Said");
    }
}
