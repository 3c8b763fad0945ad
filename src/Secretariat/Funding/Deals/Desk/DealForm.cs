using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Funding.Deals.Desk;

/// <summary>A deal as it is typed.</summary>
public sealed class DealInput
{
    public Guid? Organisation { get; set; }
    [StringLength(Deal.MaxTitle)] public string? Title { get; set; }
    public DealFor For { get; set; }
    [StringLength(40)] public string? Amount { get; set; }
    public Guid? Event { get; set; }
    public Guid? Owner { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    [StringLength(Deal.MaxNotes)] public string? Notes { get; set; }
    [StringLength(Deal.MaxWhy)] public string? Why { get; set; }

    /// <summary>As it was when the form was opened.</summary>
    public int Version { get; set; }

    public static DealInput Of(Deal d) => new() { Organisation = d.Organisation, Title = d.Title, For = d.For, Amount = d.Amount.Pence == 0 ? null : d.Amount.Typed(), Event = d.Event, Owner = d.Owner, From = d.From, Until = d.Until, Notes = d.Notes, Version = d.Version };

    public DealDraft Draft() => new(Organisation, Title, For, FundingText.Pounds(Amount, "Amount")) { Event = Event, Owner = Owner, From = From, Until = Until, Notes = Notes, Why = Why };
}

/// <summary>What stands beside the fields of a deal, new or changed: also who of the members talks to the sponsor already.</summary>
public abstract class DealFormPage(Db db, IEnumerable<IDealEvents> events, IEnumerable<IMemberTalks> talks, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public DealInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Sponsors { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Team { get; private set; } = [];
    public IReadOnlyList<TalkingMember> Talks { get; private set; } = [];

    /// <summary>The sponsor, once it is chosen.</summary>
    public Organisation? Sponsor { get; protected set; }

    /// <summary>The amount is agreed: another one needs a reason.</summary>
    public bool IsAgreed { get; protected set; }

    public static IReadOnlyList<SelectListItem> Towards => [.. Enum.GetValues<DealFor>().Select(f => new SelectListItem(f.Words(), f.ToString()))];

    protected async Task LoadForm(CancellationToken ct)
    {
        var today = sites.Today(clock);
        var bodies = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind != OrganisationKind.Member && o.Kind != OrganisationKind.Secretariat).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name, o.Kind }).ToListAsync(ct);
        Sponsors = [new("Choose…", ""), .. bodies.OrderBy(b => b.Kind != OrganisationKind.Sponsor).Select(b => new SelectListItem(b.Kind == OrganisationKind.Sponsor ? b.Name : $"{b.Name} (no sponsor yet)", b.Id.ToString()))];
        List<DealEvent> offered = [];
        foreach (var floor in events) offered.AddRange(await floor.Choices(ct));
        Events = [new("No certain event", ""), .. offered.Select(e => new SelectListItem($"{e.Title}, {e.On.Plain()}", e.Id.ToString()))];
        Team = [new("Nobody yet", ""), .. (await TeamToday.On(db, today, ct)).Select(c => new SelectListItem(c.Name, c.Person.ToString()))];
        if (Sponsor is { } sponsor) Talks = await TalksWith(talks, sponsor.Id, ct);
    }

    /// <summary>Asked of every floor that knows of such.</summary>
    public static async Task<IReadOnlyList<TalkingMember>> TalksWith(IEnumerable<IMemberTalks> talks, Guid organisation, CancellationToken ct)
    {
        List<TalkingMember> all = [];
        foreach (var floor in talks) all.AddRange(await floor.With(organisation, ct));
        return all;
    }
}
