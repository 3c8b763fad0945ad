using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Alike;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions;

/// <summary>A page on which a question is asked, with what is like it beside the form: the answer may be there already.</summary>
public abstract class QuestionForm(Db db, FindAlike alike, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public QuestionInput Input { get; set; } = new();

    public sealed class QuestionInput
    {
        public string? Theme { get; set; }
        public string? Subject { get; set; }
        public string? Words { get; set; }

        /// <summary>Who asks, where staff ask for somebody.</summary>
        public Guid? Person { get; set; }

        public Guid? Member { get; set; }
    }

    public IReadOnlyList<Theme> Themes { get; private set; } = [];
    public AlikeShown Alike { get; private set; } = null!;

    /// <summary>How many work on the theme elsewhere, once one is chosen.</summary>
    public int Asked { get; private set; }

    public abstract string Room { get; }
    public IEnumerable<SelectListItem> ThemeChoices => Themes.Select(t => new SelectListItem(t.Name, t.Code)).Prepend(new("", ""));

    protected async Task Prepare(Guid? member, CancellationToken ct)
    {
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        string[] themes = string.IsNullOrEmpty(Input.Theme) ? [] : [Input.Theme];
        if (themes.Length > 0) Asked = (await ThemeOfficers.On(db, themes, sites.Today(clock), null, ct)).Where(o => o.Member != member).DistinctBy(o => o.Person).Count();
        Alike = await AlikeShown.For(alike, Room, [Input.Subject, Input.Words], themes, null, ct);
    }

    /// <summary>Looks for similar ones, and keeps nothing.</summary>
    protected PageResult Looked()
    {
        ModelState.Clear();
        return Page();
    }
}
