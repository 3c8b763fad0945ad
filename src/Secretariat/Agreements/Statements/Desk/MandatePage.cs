using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>What every page about one mandate knows of it.</summary>
public abstract class MandatePage(Db db, ReleaseStatement door, Sites sites, TimeProvider clock) : PageModel
{
    public Mandate Mandate { get; private set; } = null!;
    public MandateState State { get; private set; }

    /// <summary>Why it lets nothing out today; null when it does.</summary>
    public string? Shut { get; private set; }

    /// <summary>What it lets out today.</summary>
    public ReleasedText? Text { get; private set; }

    protected DateOnly Today => sites.Today(clock);

    protected async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mandate) return false;
        (Mandate, State) = (mandate, mandate.StateOn(Today));
        try
        {
            Text = await door.Look(await door.Of(mandate, ct), id, ct);
        }
        catch (RuleBroken no)
        {
            Shut = no.Message;
        }
        return true;
    }
}
