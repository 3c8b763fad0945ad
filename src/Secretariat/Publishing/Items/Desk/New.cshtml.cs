using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>Writes an item; coming from a bulletin, it goes into that bulletin at once.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class NewModel(Db db, TimeProvider clock, Sites sites) : ItemForm(db)
{
    private readonly Db _db = db;

    [BindProperty(SupportsGet = true)] public Guid? For { get; set; }

    public override Guid? ForEdition => Edition?.Id;

    public Edition? Edition { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await Load(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        var now = clock.GetUtcNow();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            var item = new Item(Input.ToDraft(await NamedPeople(ct)), now);
            Edition?.Gather(item, now.DateIn(sites.Current.Zone));
            _db.Add(item);
            await _db.Save(User.Actor(), "Write item", ct);
        })) return Page();
        this.Say(Edition is null ? "The item is written. Any bulletin can take it in now." : $"The item is written and in {Edition.Name.ToLowerInvariant()}.");
        return Redirect(Edition is null ? "/desk/items" : $"{Edition.Path}/edit");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        await Offer(ct);
        RefuseUnknownMembers();
        if (For is not { } id) return true;
        Edition = await _db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct);
        return Edition is not null;
    }
}
