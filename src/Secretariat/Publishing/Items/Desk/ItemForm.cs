using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>What writing and editing an item have in common: the form and what it offers to choose from.</summary>
public abstract class ItemForm(Db db) : PageModel
{
    [BindProperty] public ItemInput Input { get; set; } = new();

    public sealed record Choice(Guid Id, string Name);

    public IReadOnlyList<Choice> Members { get; private set; } = [];
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>The bulletin that it is written for, when it is.</summary>
    public virtual Guid? ForEdition => null;

    /// <summary>True when something that goes wider than it did asks who permitted it.</summary>
    public bool AsksPermission { get; protected set; }

    protected async Task Offer(CancellationToken ct)
    {
        Members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new Choice(o.Id, o.ShortName)).ToListAsync(ct);
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        Input.MakeRoom();
        ModelState.Remove("Input.Links");
    }

    /// <summary>The people whose addresses were typed; an unknown one goes beside the field.</summary>
    protected async Task<IReadOnlyList<Guid>> NamedPeople(CancellationToken ct)
    {
        if (Input.Circulation != Circulation.NamedPeople) return [];
        var typed = (Input.Named ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Take(200).ToList();
        var keys = typed.Select(t => t.ToLowerInvariant()).ToList();
        var known = await db.Set<Person>().Where(p => keys.Contains(p.EmailKey) && p.MergedInto == null).Select(p => new { p.Id, p.EmailKey }).ToListAsync(ct);
        foreach (var unknown in typed.Where(t => known.All(k => k.EmailKey != t.ToLowerInvariant())))
            throw new RuleBroken($"Nobody here has the address “{(unknown.Length <= 60 ? unknown : unknown[..60] + "…")}”. Correct it, or add the person first.", "Named");
        return [.. known.Select(k => k.Id).Distinct()];
    }

    protected void RefuseUnknownMembers()
    {
        // A hand-made request only: the form offers members and nothing else.
        Input.About.RemoveAll(id => Members.All(m => m.Id != id));
    }
}
