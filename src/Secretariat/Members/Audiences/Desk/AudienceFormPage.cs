using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Audiences.Desk;

/// <summary>Composing an audience: what was chosen, and who that is today.</summary>
public abstract class AudienceFormPage(AudienceChoices choices, ReadAudience read, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public AudienceInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];
    public ChosenPeople? People { get; private set; }

    protected DateOnly Today => clock.GetUtcNow().DateIn(sites.Current.Zone);

    protected async Task LoadChoices(CancellationToken ct) => Choices = await choices.All(Today, ct);

    /// <summary>Nothing is saved by looking.</summary>
    protected Task<bool> Look(CancellationToken ct) =>
        this.Try(async () => People = new(await read.On(new Audience("looked-at", string.IsNullOrWhiteSpace(Input.Name) ? "Looked at" : Input.Name, Input.Lines), Today, Audience.LookedAtBy, ct)));
}
