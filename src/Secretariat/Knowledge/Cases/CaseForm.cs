using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Knowledge.Cases;

/// <summary>A page on which a case is written, by its member or by staff, with what is like it beside the form.</summary>
public abstract class CaseForm(Db db, FindAlike alike, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public CaseInput Input { get; set; } = new();

    public sealed class CaseInput
    {
        public string? Title { get; set; }
        public string? Problem { get; set; }
        public string? Done { get; set; }
        public string? Took { get; set; }
        public string? Came { get; set; }
        public string? Source { get; set; }
        public List<string> Themes { get; set; } = [];
        public Guid? Contact { get; set; }
        public Circulation Circulation { get; set; } = Circulation.Members;
        [DataType(DataType.Date)] public DateOnly? PublicFrom { get; set; }

        /// <summary>Other members whose practice it is as well; staff choose them.</summary>
        public List<Guid> Others { get; set; } = [];

        /// <summary>The version that is being changed.</summary>
        public int From { get; set; }

        /// <summary>Its member has done its part.</summary>
        public bool Offer { get; set; }

        public CaseDraft Draft => new(Title, Problem, Done, Took, Came, Source) { Themes = Themes, Contact = Contact, Circulation = Circulation, PublicFrom = PublicFrom };

        public static CaseInput Of(CaseVersion v, Guid member) => new()
        {
            Title = v.Title,
            Problem = v.Problem,
            Done = v.Done,
            Took = v.Took,
            Came = v.Came,
            Source = v.Source,
            Themes = v.Themes,
            Contact = v.Contact,
            Circulation = v.Circulation,
            PublicFrom = v.PublicFrom,
            Others = [.. v.Members.Where(m => m != member)],
            From = v.Number,
        };
    }

    public NamedMember Member { get; private set; } = null!;
    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public IReadOnlyList<NamedMember> Members { get; private set; } = [];
    public IReadOnlyList<CasePerson> People { get; private set; } = [];
    public AlikeShown Alike { get; private set; } = null!;
    public abstract string Room { get; }
    public bool ByStaff => Room == "/desk";

    public IEnumerable<SelectListItem> ContactChoices => People.Select(p => new SelectListItem($"{p.Name}, {p.Role}{(p.Member == Member.Id ? "" : $", {p.MemberName}")}", p.Id.ToString())).Prepend(new("nobody in particular", ""));

    /// <summary>What the form needs besides what was typed.</summary>
    protected async Task Prepare(NamedMember member, Guid? but, CancellationToken ct)
    {
        Member = member;
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        if (ByStaff) Members = await db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Member && o.Id != member.Id).OrderBy(o => o.SortName).Select(o => new NamedMember(o.Id, o.Code, o.Name, o.ShortName)).ToListAsync(ct);
        // By the record that is read today: the choices are.
        if (Input.Contact is { } named) Input.Contact = await db.Set<Person>().Where(p => p.Id == named).Select(p => (Guid?)p.Canonical).SingleOrDefaultAsync(ct) ?? named;
        People = await SpeaksFor.People(db, [member.Id, .. Input.Others], sites.Today(clock), ct);
        Alike = await AlikeShown.For(alike, Room, [Input.Title, Input.Problem, Input.Done], Input.Themes, but, ct);
    }

    /// <summary>What was typed stays, and with it the number of what is there now: whoever was told of a newer version saves over it knowingly.</summary>
    protected PageResult Refused(PracticeCase of)
    {
        Input.From = of.Versions;
        return Page();
    }

    /// <summary>Looks for similar ones, and keeps nothing.</summary>
    protected PageResult Looked()
    {
        ModelState.Clear();
        return Page();
    }
}
