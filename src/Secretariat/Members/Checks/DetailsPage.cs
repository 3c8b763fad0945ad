using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks;

/// <summary>What the network has of somebody: all of it is right in one press, or this should change; by the signed link or signed in.</summary>
public abstract class DetailsPage(Db db, AnswerCheck verb, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty] public DetailsInput Input { get; set; } = new();

    public sealed class DetailsInput
    {
        public bool Right { get; set; }
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Phone { get; set; }
        public string? Words { get; set; }
    }

    public Person Me { get; private set; } = null!;
    public IReadOnlyList<HeldPosition> Positions { get; private set; } = [];
    public IReadOnlyList<(string What, int Letters)> Received { get; private set; } = [];
    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>The last time they looked; null when never.</summary>
    public DetailsCheck? Looked { get; private set; }

    /// <summary>They looked lately, and nothing is asked.</summary>
    public bool Done { get; private set; }

    public Dictionary<string, string> Themes { get; private set; } = [];
    public Dictionary<Guid, string> Names { get; private set; } = [];
    public Site Site => sites.Current;
    protected abstract CheckWay Way { get; }

    protected async Task<bool> Load(Guid? person, CancellationToken ct)
    {
        if (person is null || await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.EmailKey != "" && db.Set<Person>().Any(r => r.Id == person && r.Canonical == p.Id), ct) is not { } me) return false;
        var (now, today) = (clock.GetUtcNow(), sites.Today(clock));
        Me = me;
        Positions = [.. (await db.Set<Position>().AsNoTracking().Where(p => db.RecordsOf(me.Id).Contains(p.Person) && p.From <= today && (p.To == null || today <= p.To)).WithOrganisation(db).ToListAsync(ct)).OrderBy(p => p.Kind)];
        Themes = await db.Set<Theme>().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var actedFor = Positions.SelectMany(p => p.ActsFor).ToList();
        Names = await db.Set<Person>().Where(p => actedFor.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var year = now.AddYears(-1);
        var classes = await db.Set<Delivery>().Where(d => d.Person != null && db.RecordsOf(me.Id).Contains(d.Person.Value) && d.At >= year && d.State == DeliveryState.Sent)
            .Join(db.Set<Batch>().Where(b => b.Priority != Priority.Account), d => d.Batch, b => b.Id, (_, b) => b.Class).GroupBy(c => c).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync(ct);
        Received = [.. classes.GroupBy(c => What(c.Key)).Select(g => (g.Key, g.Sum(c => c.Letters))).OrderByDescending(g => g.Item2)];
        Left = await db.Set<Unsubscription>().Where(u => u.Person != null && db.RecordsOf(me.Id).Contains(u.Person.Value) && u.CameBackAt == null).Select(u => u.List).Distinct().OrderBy(l => l).ToListAsync(ct);
        Looked = await db.Set<DetailsCheck>().AsNoTracking().Where(DetailsCheck.Stands).Where(c => db.RecordsOf(me.Id).Contains(c.Person)).OrderByDescending(c => c.At).FirstOrDefaultAsync(ct);
        Done = Looked?.At > now.AddDays(-CheckRound.FreshDays);
        if (!HttpMethods.IsPost(Request.Method)) Input = new() { Name = me.Name, Email = me.Email, Phone = me.Phone };
        return true;
    }

    protected async Task<bool> Said(CancellationToken ct)
    {
        if (!ModelState.IsValid) return false;
        var (by, now) = (new Actor(Me.Id, Me.Name), clock.GetUtcNow());
        return await this.Try(() => Input.Right ? verb.Right([Me.Id], Way, by, now, ct) : verb.Wrong(Me.Id, new(Input.Name, Input.Email, Input.Phone, Input.Words), Way, by, now, ct));
    }

    private static string What(string letter) => letter switch { "bulletin" => "bulletins", "newsletter" => "newsletters", "notice" => "notices", _ => "letters about what you were asked or invited to" };
}
