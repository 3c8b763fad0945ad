using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Texts;

namespace Secretariat.Agreements.Rounds;

/// <summary>Rounds by their question and the latest wording of their text.</summary>
public sealed class SearchedRounds(Platform.Web.Sites sites) : ISearchable
{
    public string Kind => "round";
    public string Heading => "Rounds";

    public Guid? Of(Record saved) => saved switch { Round round => round.Id, RoundVersion version => version.Round, _ => null };

    public IQueryable<Guid> All(Db db) => db.Set<Round>().IgnoreAutoIncludes().Select(r => r.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rounds = await db.Set<Round>().IgnoreAutoIncludes().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Title, r.Kind, r.State, r.OpenedAt }).ToListAsync(ct);
        var texts = (await db.Set<RoundVersion>().AsNoTracking().Where(v => ids.Contains(v.Round)).Select(v => new { v.Round, v.Number, v.Canonical }).ToListAsync(ct)).ToLookup(v => v.Round);
        return [.. rounds.Select(r => new SearchWords(r.Id, r.Title, $"{r.Kind.Words()} · {r.State.Words()} · {Said(texts[r.Id].MaxBy(v => v.Number)?.Canonical)}", $"/desk/rounds/{r.Id}", r.OpenedAt?.DateIn(sites.Current.Zone)))];
    }

    private static string Said(string? canonical) => canonical is null ? "" : RoundText.Parse(canonical) is var text ? $"{text.Subject} {PlainText.From(text.Html)}" : "";
}
