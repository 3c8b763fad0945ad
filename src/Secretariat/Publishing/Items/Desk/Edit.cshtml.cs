using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>Edits an item, shows which bulletins carry it and what the check before publishing says.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class EditModel(Db db, EditItem editItem, ChangeKind change, ReleaseStatement door, Sites sites) : ItemForm(db)
{
    private readonly Db _db = db;

    public Item Item { get; private set; } = null!;
    public Mandate? Mandate { get; private set; }

    /// <summary>For a statement: why it may not leave today; null when it may.</summary>
    public string? Shut { get; private set; }

    public WebState? OnWebsite { get; private set; }
    public IReadOnlyList<Edition> Carriers { get; private set; } = [];
    public IReadOnlyList<string> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        var named = Item.Named.ToList();
        Input = ItemInput.Of(Item, await _db.Set<Person>().Where(p => named.Contains(p.Id)).OrderBy(p => p.SortName).Select(p => p.Email).ToListAsync(ct));
        Input.MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        RefuseUnknownMembers();
        IReadOnlyList<Edition> voided = [];
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            voided = await editItem.Run(Item, Input.ToDraft(await NamedPeople(ct)), ct);
            _db.Entry(Item).Property(i => i.Version).OriginalValue = Input.Version;
            await _db.Save(User.Actor(), "Edit item", ct);
        })) return Page();
        this.Say(voided.Count == 0 ? "The item is changed." : $"The item is changed. The approval of {string.Join(" and ", voided.Select(e => e.Name.ToLowerInvariant()))} is void now: somebody has to read and approve it again.");
        return Redirect($"/desk/items/{id}");
    }

    /// <summary>Says of a statement that it is none.</summary>
    public async Task<IActionResult> OnPostKindAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        ModelState.Clear();
        var (version, other, told) = (Input.Version, Input.Other ?? ItemKind.Statement, 0);
        if (!await this.Try(async () => told = await change.Run(id, version, other, User.Actor(), ct)))
        {
            _db.ChangeTracker.Clear();
            await OnGetAsync(id, ct);
            Input.Version = version;
            return Page();
        }
        this.Say($"It is {other.Words().ToLowerInvariant()} now. {(told == 0 ? "Nobody sits on the Board today, so nobody could be told." : $"{told} {(told == 1 ? "Chair" : "Chairs")} on the Board {(told == 1 ? "is" : "are")} told by letter.")}");
        return Redirect($"/desk/items/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await _db.Set<Item>().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } item) return false;
        Item = item;
        AsksPermission = item.Circulation != Circulation.Public || item.PublicFrom is not null;
        await Offer(ct);
        Carriers = await _db.Set<Edition>().AsNoTracking().Where(e => e.State != EditionState.Cancelled && e.Items.Contains(id)).OrderBy(e => e.Year).ThenBy(e => e.Number).ToListAsync(ct);
        OnWebsite = await _db.Set<PublishedItem>().Where(p => p.Item == id).Select(p => (WebState?)p.State).SingleOrDefaultAsync(ct);
        if (item.Kind == ItemKind.Statement)
        {
            Mandate = await _db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == item.Mandate, ct);
            try
            {
                await door.Look(item.AsStatement, item.Mandate, ct);
            }
            catch (RuleBroken no)
            {
                Shut = no.Message;
            }
            return true;
        }
        Findings = [.. ItemCheck.Of(item.Heading, item.Html, [.. Members.Where(m => item.About.Contains(m.Id)).Select(m => m.Name)], item.AboutAll, item.FiguresSource, sites.Current.Name)];
        return true;
    }
}
