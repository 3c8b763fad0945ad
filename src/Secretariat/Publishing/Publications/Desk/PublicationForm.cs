using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Publications.Desk;

/// <summary>What adding and changing a publication have in common.</summary>
public abstract class PublicationForm(Db db, FileStore files) : PageModel
{
    [BindProperty] public PublicationInput Input { get; set; } = new();

    public sealed record Choice(Guid Id, string Name);

    public IReadOnlyList<Choice> Members { get; private set; } = [];
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>The file that is kept already, in words; null for a new publication.</summary>
    public virtual string? Kept => null;

    protected async Task Offer(CancellationToken ct)
    {
        Members = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).OrderBy(o => o.SortName).Select(o => new Choice(o.Id, o.ShortName)).ToListAsync(ct);
        Themes = await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct);
        // A hand-made request only: the form offers these and nothing else.
        Input.About.RemoveAll(id => Members.All(m => m.Id != id));
        if (Themes.All(t => t.Code != Input.Theme)) Input.Theme = null;
    }

    protected async Task<PublicationFile?> Uploaded(CancellationToken ct)
    {
        if (Input.File is not { Length: > 0 } upload) return null;
        var (content, kind) = await FileStore.Read(upload, nameof(Input.File), ct);
        return new PublicationFile(await files.Keep(content, ct), FileStore.NameOf(upload, kind, "publication"), kind.Type, kind.Name, content.Length);
    }
}

public sealed class PublicationInput
{
    public string? Title { get; set; }
    public string? Summary { get; set; }
    public DateOnly? Date { get; set; }
    public string? Theme { get; set; }
    public Circulation Circulation { get; set; } = Circulation.Members;
    public List<Guid> About { get; set; } = [];
    public bool AboutAll { get; set; }
    public string? FiguresSource { get; set; }
    public string? PermittedBy { get; set; }
    public IFormFile? File { get; set; }
    public int Version { get; set; }

    public PublicationDraft Draft() =>
        new(Title, Summary, Date ?? throw new RuleBroken("Choose the day that stands on it.", nameof(Date)), Theme, Circulation) { About = About, AboutAll = AboutAll, FiguresSource = FiguresSource, PermittedBy = PermittedBy };

    public static PublicationInput Of(Publication p) => new()
    {
        Title = p.Title,
        Summary = p.Summary,
        Date = p.Date,
        Theme = p.Theme,
        Circulation = p.Circulation,
        About = [.. p.About],
        AboutAll = p.AboutAll,
        FiguresSource = p.FiguresSource,
        Version = p.Version,
    };
}
