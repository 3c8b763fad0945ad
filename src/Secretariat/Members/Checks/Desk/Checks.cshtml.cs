using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks.Desk;

/// <summary>How fresh the contacts are, what people say should change, and when they are asked.</summary>
[Authorize(Rights.CanEditMembers)]
public sealed class ChecksModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    private const int Most = 100;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    [BindProperty] public SettingsInput Input { get; set; } = new();

    public sealed class SettingsInput
    {
        public int Month { get; set; }
        public int Days { get; set; }
    }

    public int People { get; private set; }
    public int Checked { get; private set; }
    public IReadOnlyList<(DetailsCheck Check, string Name)> Open { get; private set; } = [];
    public IReadOnlyList<CheckRound> Rounds { get; private set; } = [];

    /// <summary>How many of those who are asked have not looked; null when nobody is asked.</summary>
    public int? Waiting { get; private set; }

    public string When { get; private set; } = "";
    public bool Invented { get; private set; }
    public IEnumerable<SelectListItem> Months => Enumerable.Range(1, 12).Select(m => new SelectListItem(British.DateTimeFormat.GetMonthName(m), m.ToString(CultureInfo.InvariantCulture)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var settings = await Load(ct);
        Input = new() { Month = settings?.Month ?? 9, Days = settings?.Days ?? 21 };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await Load(ct);
        if (!ModelState.IsValid || !await this.Try(() => Save(ct))) return Page();
        this.Say("Saved. What was asked already goes on as it is.");
        return Redirect("/desk/people/checks");
    }

    private async Task Save(CancellationToken ct)
    {
        var settings = await db.Set<CheckSettings>().OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
        if (settings is null) db.Add(settings = new CheckSettings());
        settings.Change(Input.Month, Input.Days);
        settings.Invented = false;
        await db.Save(User.Actor(), "Say when details are checked", ct);
    }

    private async Task<CheckSettings?> Load(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), sites.Today(clock));
        People = await Freshness.Holders(db, today).CountAsync(ct);
        Checked = await Freshness.Checked(db, today, now).CountAsync(ct);
        Open = [.. (await db.Set<DetailsCheck>().AsNoTracking().Where(c => c.SettledAt == null).OrderBy(c => c.At).Take(Most).Join(db.Set<Person>(), c => c.Person, p => p.Id, (check, p) => new { check, p.Name }).ToListAsync(ct)).OrderBy(c => c.check.At).Select(c => (c.check, c.Name))];
        Rounds = await db.Set<CheckRound>().AsNoTracking().OrderByDescending(r => r.Opens).Take(10).ToListAsync(ct);
        if (Rounds.Count > 0 && Rounds[0].ClosesAt(sites.Current.Zone) > now) Waiting = await CheckAsks.Unchecked(db, Rounds[0], today).CountAsync(ct);
        var settings = await db.Set<CheckSettings>().AsNoTracking().OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
        Invented = settings?.Invented ?? false;
        When = settings is null ? "Say beside this when people are asked, and it begins by itself." : Waiting is null ? $"Next on {CheckRound.Next(settings, Rounds.FirstOrDefault()?.Opens, today).Long()}." : $"People are asked now, until {Rounds[0].Closes.Long()}.";
        return settings;
    }
}
