using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations.Desk;

/// <summary>What a new consultation and a changed one share.</summary>
public abstract class ConsultationForm(Db db) : PageModel
{
    [BindProperty] public ConsultationInput Input { get; set; } = new();

    public sealed class ConsultationInput
    {
        public ConsultationKind Kind { get; set; }
        [StringLength(Consultation.MaxTitle)] public string? Title { get; set; }
        public Guid? Organisation { get; set; }
        [StringLength(Consultation.MaxAbout)] public string? About { get; set; }
        [StringLength(Consultation.MaxLink)] public string? Link { get; set; }
        public DateOnly? OpenedOn { get; set; }
        public DateOnly? Deadline { get; set; }
        [StringLength(40)] public string? Theme { get; set; }
        public int Version { get; set; }
    }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    protected ConsultationDraft Draft(ConsultationKind kind) => new(kind, Input.Title) { Organisation = Input.Organisation, About = Input.About, Link = Input.Link, OpenedOn = Input.OpenedOn, Deadline = Input.Deadline, Theme = Input.Theme };

    protected void Take(Consultation of) =>
        Input = new() { Kind = of.Kind, Title = of.Title, Organisation = of.Organisation, About = of.About, Link = of.Link, OpenedOn = of.OpenedOn, Deadline = of.Deadline, Theme = of.Theme, Version = of.Version };

    protected async Task Offer(CancellationToken ct)
    {
        Organisations = [new("Choose…", ""), .. (await db.Set<Organisation>().AsNoTracking().Where(o => CountsAs.Others.Contains(o.Kind)).OrderBy(o => o.SortName).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        Themes = [new("None of them", ""), .. (await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new SelectListItem(t.Name, t.Code))];
    }
}
