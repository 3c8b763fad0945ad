using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Publishing.Items.Desk;

/// <summary>Makes an item of kind statement: somebody chooses the mandate, and the words come with it.</summary>
[Authorize(Rights.CanEditItems)]
public sealed class StatementTakenModel(Db db, TakeInStatement take, TimeProvider clock, Sites sites) : ItemForm(db)
{
    private readonly Db _db = db;

    [BindProperty(SupportsGet = true)] public Guid? For { get; set; }
    [BindProperty] public Guid? Mandate { get; set; }

    public override Guid? ForEdition => Edition?.Id;

    public Edition? Edition { get; private set; }
    public IReadOnlyList<Mandate> InForce { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid? mandate, CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        Mandate = mandate ?? (InForce.Count == 1 ? InForce[0].Id : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await Load(ct)) return NotFound();
        var now = clock.GetUtcNow();
        Item? item = null;
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            item = await take.Run(Mandate, Input.ToPlacing(await NamedPeople(ct)), User.Actor(), now, ct);
            Edition?.Gather(item, now.DateIn(sites.Current.Zone));
            await _db.Save(User.Actor(), "Take in statement", ct);
        })) return Page();
        this.Say(Edition is null ? "The statement is an item now. Any bulletin can take it in." : $"The statement is in {Edition.Name.ToLowerInvariant()}.");
        return Redirect(Edition is null ? $"/desk/items/{item!.Id}" : $"{Edition.Path}/edit");
    }

    private async Task<bool> Load(CancellationToken ct)
    {
        await Offer(ct);
        var today = sites.Today(clock);
        InForce = [.. (await _db.Set<Mandate>().AsNoTracking().Where(m => m.By == DecisionBy.Members && m.WithdrawnAt == null && m.Doubt == null && (m.Until == null || m.Until >= today)).ToListAsync(ct)).OrderByDescending(m => m.GivenAt)];
        if (For is not { } id) return true;
        Edition = await _db.Set<Edition>().SingleOrDefaultAsync(e => e.Id == id, ct);
        return Edition is not null;
    }
}
