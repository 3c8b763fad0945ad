using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Dispositions;

/// <summary>Tells each author what became of their comments: one letter for all of them, and never twice for the same.</summary>
public sealed class TellAuthors(Db db, RoundPost post, Sites sites)
{
    /// <returns>How many authors were written to.</returns>
    public Task<int> Run(Guid id, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        // Locked: of two windows that tell at once, the second finds nothing left to tell.
        var round = await db.Locked(id, ct);
        var untold = await db.Set<Disposition>().Where(d => d.Round == id && d.ToldAt == null).ToListAsync(ct);
        var comments = untold.Select(d => d.Comment).ToList();
        var said = await db.Set<Response>().AsNoTracking().Where(r => comments.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var asked = said.Values.Select(r => r.Elector).Distinct().ToList();
        var electors = await db.Set<Elector>().AsNoTracking().Where(e => asked.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var voices = await WhoMayAnswer.On(db, electors.Values, now.DateIn(sites.Current.Zone), ct);

        List<(Guid Telling, Elector Elector, Voice To)> letters = [];
        foreach (var author in untold.GroupBy(d => To(said[d.Comment], [.. voices[d.Elector]])).Where(g => g.Key is not null).OrderBy(g => g.Key!.Name, StringComparer.Ordinal))
        {
            var telling = Guid.CreateVersion7();
            foreach (var disposition in author) disposition.Tell(telling, now);
            letters.Add((telling, electors[author.MinBy(d => said[d.Comment].Number)!.Elector], author.Key!));
        }
        await db.Save(by, "Tell authors of comments", ct);
        foreach (var (telling, elector, to) in letters) await post.Told(round, elector, telling, to, ct);
        return letters.Count;
    }, ct);

    /// <summary>The author; where they have left, whoever answers for the member now.</summary>
    private static Voice? To(Response said, IReadOnlyList<Voice> voices)
    {
        List<Voice> reachable = [.. voices.Where(v => EmailAddress.TryParse(v.Email) is not null)];
        return reachable.FirstOrDefault(v => v.Person == said.Person) ?? reachable.FirstOrDefault();
    }
}
