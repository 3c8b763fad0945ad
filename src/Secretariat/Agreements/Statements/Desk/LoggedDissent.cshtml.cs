using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>Staff write down the paragraph that an objecting member gave elsewhere, with how they know.</summary>
[Authorize(Rights.CanRunRounds)]
public sealed class LoggedDissentModel(Db db, ReleaseStatement door, AddDissent add, Sites sites, TimeProvider clock) : MandatePage(db, door, sites, clock)
{
    private readonly Db _db = db;
    private readonly TimeProvider _clock = clock;

    [BindProperty] public DissentInput Input { get; set; } = new();

    public sealed class DissentInput
    {
        [Required(ErrorMessage = "Choose who said it.")] public Guid? Person { get; set; }
        [StringLength(4000, ErrorMessage = "Keep it to one short paragraph.")] public string? Text { get; set; }
        [StringLength(2000, ErrorMessage = "Keep it under 2,000 letters.")] public string? Evidence { get; set; }
    }

    public Elector Elector { get; private set; } = null!;
    public IReadOnlyList<Voice> Voices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid elector, CancellationToken ct)
    {
        if (!await Look(id, elector, ct)) return NotFound();
        Input.Text = Mandate.Dissents.FirstOrDefault(d => d.Elector == elector)?.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid elector, CancellationToken ct)
    {
        if (!await Look(id, elector, ct)) return NotFound();
        var how = new Dissenting(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = User.Actor(), Evidence = Input.Evidence };
        if (!ModelState.IsValid || !await this.Try(() => add.Run(id, elector, Input.Person!.Value, Input.Text, how, _clock.GetUtcNow(), ct))) return Page();
        this.Say($"The paragraph of {Elector.Name} stands under the text.");
        return Redirect($"/desk/mandates/{id}");
    }

    private async Task<bool> Look(Guid id, Guid elector, CancellationToken ct)
    {
        if (!await Load(id, ct)) return false;
        if (!Mandate.Objectors.Contains(elector)) return false;
        Elector = await _db.Set<Elector>().AsNoTracking().SingleAsync(e => e.Id == elector, ct);
        Voices = await WhoMayAnswer.On(_db, Elector, Today, ct);
        return true;
    }
}
