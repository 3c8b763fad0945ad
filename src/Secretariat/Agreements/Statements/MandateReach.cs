using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Statements;

/// <summary>What a hold on a statement may be about, whichever way it goes: the members whose view it is, and whatever it stands in says of it.</summary>
public sealed class MandateReach(Db db, IEnumerable<IUnderMandate> carriers)
{
    /// <returns>"theme:skills", "member:CODE".</returns>
    public async Task<IReadOnlyCollection<string>> Of(IReadOnlyCollection<Guid> mandates, CancellationToken ct)
    {
        HashSet<string> reach = [];
        foreach (var mandate in await db.Set<Mandate>().AsNoTracking().Where(m => mandates.Contains(m.Id)).ToListAsync(ct))
        {
            var agreed = mandate.Agreed;
            reach.UnionWith((await db.Set<Elector>().Where(e => e.Round == mandate.Round && agreed.Contains(e.Name)).Select(e => e.Code).ToListAsync(ct)).Select(c => $"member:{c}"));
            foreach (var carrier in carriers) reach.UnionWith(await carrier.Reach(mandate.Id, ct));
        }
        return reach;
    }
}
