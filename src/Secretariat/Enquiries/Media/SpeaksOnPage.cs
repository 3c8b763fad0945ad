using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <summary>Choosing on which themes somebody speaks: by themselves, or by staff who asked them.</summary>
public abstract class SpeaksOnPage(Db db) : PageModel
{
    [BindProperty] public ChosenThemes Input { get; set; } = new();

    public sealed class ChosenThemes
    {
        public List<string> Themes { get; set; } = [];
    }

    public string Name { get; private set; } = "";
    public IReadOnlyList<Theme> All { get; private set; } = [];

    protected Guid Person { get; private set; }

    protected async Task<bool> Load(Guid of, CancellationToken ct)
    {
        if (await db.Set<Person>().AsNoTracking().Where(p => p.Id == of).Join(db.Set<Person>(), p => p.Canonical, c => c.Id, (_, c) => new { c.Id, c.Name }).SingleOrDefaultAsync(ct) is not { } person) return false;
        (Person, Name) = (person.Id, person.Name);
        All = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        if (!HttpMethods.IsPost(Request.Method)) Input.Themes = [.. (await Said().Select(s => s.Themes).ToListAsync(ct)).SelectMany(t => t).Distinct()];
        return true;
    }

    protected async Task Keep(string? recordedBy, Actor by, CancellationToken ct)
    {
        var said = await Said().ToListAsync(ct);
        if (said.Find(s => s.Person == Person) is not { } speaks) db.Add(speaks = new SpeaksOn(Person));
        // What another record of theirs said holds no longer.
        foreach (var other in said.Where(s => s != speaks)) other.Say([], recordedBy);
        speaks.Say(Input.Themes.Where(t => All.Any(a => a.Code == t)), recordedBy);
        await db.Save(by, "Say on what somebody speaks", ct);
    }

    private IQueryable<SpeaksOn> Said() => db.Set<SpeaksOn>().Where(s => db.RecordsOf(Person).Contains(s.Person));
}
