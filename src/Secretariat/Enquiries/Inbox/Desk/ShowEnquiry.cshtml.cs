using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox.Desk;

/// <summary>One enquiry: what was asked, by whom, whose it is and what was done.</summary>
public sealed class ShowEnquiryModel(Db db, WhoseIsIt whose, Sites sites, TimeProvider clock) : WordsSeenPage
{
    public sealed record Passed(Handover Of, string Member, string Code);

    public sealed record Known(Guid Id, string Name);

    public Enquiry Of { get; private set; } = null!;
    public IReadOnlyList<EnquiryLine> Lines { get; private set; } = [];
    public IReadOnlyList<Passed> Handovers { get; private set; } = [];
    public IReadOnlyDictionary<Guid, (Guid Batch, string Words)> Letters { get; private set; } = new Dictionary<Guid, (Guid, string)>();
    public Suggestion Whose { get; private set; } = new("", []);
    public Known? Person { get; private set; }
    public string Theme { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public int Age { get; private set; }
    public int KeepMonths { get; private set; }

    [BindProperty] public NoteInput Input { get; set; } = new();

    public sealed class NoteInput
    {
        [StringLength(Enquiry.MaxWords)] public string? Words { get; set; }
    }

    public string? NameOf(Guid? member) => Handovers.FirstOrDefault(h => h.Of.Member == member)?.Member ?? _members.GetValueOrDefault(member ?? Guid.Empty);

    private Dictionary<Guid, string> _members = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostNoteAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            db.Add(new EnquiryLine(id, LineKind.Note, Typed.Text(Input.Words, Enquiry.MaxWords, "Words") ?? throw new RuleBroken("Write the note.", "Words"), User.Actor(), clock.GetUtcNow()));
            await db.Save(User.Actor(), "Note on enquiry", ct);
        })) return Again();
        return Redirect($"/desk/enquiries/{id}");
    }

    public Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct) => Do(id, async enquiry =>
    {
        await NewWords.Read(db, enquiry, Seen, ct);
        await db.Save(User.Actor(), "Read new words", ct);
    }, ct);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) => Do(id, async enquiry =>
    {
        var now = clock.GetUtcNow();
        enquiry.Reopen((await OfficeDays.Load(db, ct)).After(Today, (await TakeEnquiry.Settings(db, ct)).AnswerDays), now);
        db.Add(new EnquiryLine(id, LineKind.Reopened, "", User.Actor(), now));
        await db.Save(User.Actor(), "Reopen enquiry", ct);
    }, ct);

    private async Task<IActionResult> Do(Guid id, Func<Enquiry, Task> verb, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        return await this.Try(() => db.Write(async () => await verb(await PassToMember.Locked(db, id, ct)), ct)) ? Redirect($"/desk/enquiries/{id}") : Again();
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Enquiry>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } of) return false;
        (Of, Today) = (of, sites.Today(clock));
        await Look(db, id, ct);
        // What came in stands before what it caused at the same instant.
        Lines = [.. (await db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == id).ToListAsync(ct)).OrderBy(l => l.At).ThenBy(l => l.Kind).ThenBy(l => l.Id)];
        Handovers = await db.Set<Handover>().AsNoTracking().Where(h => h.Enquiry == id).OrderBy(h => h.At).Join(db.Set<Organisation>(), h => h.Member, o => o.Id, (h, o) => new Passed(h, o.Name, o.Code)).ToListAsync(ct);
        var members = Lines.Select(l => l.Member).Append(of.AnsweredBy).OfType<Guid>().ToList();
        _members = await db.Set<Organisation>().AsNoTracking().Where(o => members.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var about = Lines.Select(l => l.Id).ToList();
        Letters = (await db.Set<Batch>().AsNoTracking().Where(b => b.About != null && about.Contains(b.About.Value)).Join(db.Set<Delivery>(), b => b.Id, d => d.Batch, (b, d) => new { Line = b.About!.Value, b.Id, d.State }).ToListAsync(ct))
            .GroupBy(l => l.Line).ToDictionary(l => l.Key, l => (l.First().Id, Sent(l.First().State)));
        Theme = of.Theme is { } code ? await db.Set<Theme>().Where(t => t.Code == code).Select(t => t.Name).SingleOrDefaultAsync(ct) ?? code : "";
        if (of.EmailKey.Length > 0) Person = await db.Set<Person>().AsNoTracking().Where(p => p.EmailKey == of.EmailKey).OrderBy(p => p.MergedInto != null).Select(p => new Known(p.Canonical, p.Name)).FirstOrDefaultAsync(ct);
        if (of.IsOpen) Whose = await whose.Of(of, Today, ct);
        Age = (await OfficeDays.Load(db, ct)).Between(of.ReceivedAt.DateIn(sites.Current.Zone), of.ClosedAt?.DateIn(sites.Current.Zone) ?? Today);
        KeepMonths = (await TakeEnquiry.Settings(db, ct)).KeepMonths;
        return true;
    }

    private static string Sent(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "letter sent",
        DeliveryState.Failed or DeliveryState.Bounced => "the letter came back",
        DeliveryState.Unknown => "nobody knows whether the letter arrived",
        DeliveryState.Suppressed or DeliveryState.Cancelled => "no letter went",
        _ => "letter on its way",
    };
}
