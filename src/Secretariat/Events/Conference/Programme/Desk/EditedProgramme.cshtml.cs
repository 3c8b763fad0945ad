using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Conference.Programme.Desk;

/// <summary>The programme, session by session in the order of time; who stands in two places at once is said.</summary>
public sealed class EditedProgrammeModel(Db db, WriteProgramme write) : PageModel
{
    [BindProperty] public SessionInput Input { get; set; } = new();

    /// <summary>The one that is being changed.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Session { get; set; }

    public sealed class SessionInput
    {
        [Required(ErrorMessage = "Give the session a title."), StringLength(ProgrammeSession.MaxTitle)] public string? Title { get; set; }
        [Required(ErrorMessage = "Say when it begins.")] public TimeOnly? Starts { get; set; }
        [Required(ErrorMessage = "Say when it ends.")] public TimeOnly? Ends { get; set; }
        [StringLength(ProgrammeSession.MaxRoom)] public string? Room { get; set; }
        [StringLength(ProgrammeSession.MaxAbout)] public string? About { get; set; }
        [StringLength(4000)] public string? Speakers { get; set; }
        public Circulation Circulation { get; set; } = Circulation.NamedPeople;
        [StringLength(ProgrammeSession.MaxSpeaker)] public string? PermittedBy { get; set; }
        public int Version { get; set; }

        public SessionDraft Draft() => new(Title, Starts!.Value, Ends!.Value, Room, About, Speakers, Circulation, PermittedBy);
    }

    public Event At { get; private set; } = null!;
    public IReadOnlyList<ProgrammeSession> Sessions { get; private set; } = [];
    public IReadOnlyList<string> Clashes { get; private set; } = [];
    public static IEnumerable<SelectListItem> Circulations => Enum.GetValues<Circulation>().Select(c => new SelectListItem(c.Words(), c.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (Sessions.FirstOrDefault(s => s.Id == Session) is { } one)
            Input = new() { Title = one.Title, Starts = one.Starts, Ends = one.Ends, Room = one.Room, About = one.About, Speakers = string.Join('\n', one.Speakers), Circulation = one.Circulation, Version = one.Version };
        else Input = new() { Starts = Sessions.LastOrDefault()?.Ends ?? At.Starts, Ends = (Sessions.LastOrDefault()?.Ends ?? At.Starts).AddMinutes(45), Circulation = At.Circulation };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Keep(ct))) return Page();
        this.Say("Kept.");
        return Redirect($"/desk/events/{id}/programme");
    }

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct) || await db.Set<ProgrammeSession>().SingleOrDefaultAsync(s => s.Id == Session && s.Event == id, ct) is not { } one) return NotFound();
        ModelState.Clear();
        if (!await this.Try(() => write.Drop(one, User.Actor(), ct))) return Page();
        this.Say($"“{one.Title}” is out of the programme.");
        return Redirect($"/desk/events/{id}/programme");
    }

    private async Task Keep(CancellationToken ct)
    {
        if (Session is null)
        {
            await write.Add(At.Id, Input.Draft(), invented: false, User.Actor(), ct);
            return;
        }
        var one = await db.Set<ProgrammeSession>().SingleOrDefaultAsync(s => s.Id == Session && s.Event == At.Id, ct) ?? throw new RuleBroken("This session was taken out.");
        db.Expect(one, Input.Version);
        await write.Change(one, Input.Draft(), User.Actor(), ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } at) return false;
        At = at;
        Sessions = await db.Set<ProgrammeSession>().AsNoTracking().Where(s => s.Event == id).OrderBy(s => s.Starts).ThenBy(s => s.Ends).ThenBy(s => s.Room).ToListAsync(ct);
        Clashes = ProgrammeSession.Clashes(Sessions);
        return true;
    }
}
