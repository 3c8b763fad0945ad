using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Items;

/// <summary>Makes an item of kind statement from what a mandate lets out: its words are the agreed ones, and nobody types them.</summary>
public sealed class TakeInStatement(Db db, ReleaseStatement door)
{
    public async Task<Item> Run(Guid? mandate, Placing placing, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (mandate is not { } id || await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } found)
            throw new RuleBroken("Choose the mandate under which it leaves.", "Mandate");
        var text = await door.Run(await door.Of(found, ct), id, "item", id, by, ct);
        var item = Item.Under(text, placing, found.Invented, now);
        db.Add(item);
        return item;
    }
}
