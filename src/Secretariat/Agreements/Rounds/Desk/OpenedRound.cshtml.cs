using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Asks;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Rounds.Desk;

[Authorize(Rights.CanRunRounds)]
public sealed class OpenedRoundModel(Db db, OpenRound open, OpenAsks asks, Sites sites, TimeProvider clock) : PageModel
{
    public Round Round { get; private set; } = null!;
    public RoundTerms? Rule { get; private set; }
    public string Asked { get; private set; } = "";

    /// <summary>When the next weekly letter goes; null when the round closes too soon after it, or the Board asks.</summary>
    public DateTimeOffset? Weekly { get; private set; }

    /// <summary>How many of those asked had as many letters that ask something as one should have in a week.</summary>
    public int Tired { get; private set; }

    /// <summary>"now" or "weekly".</summary>
    [BindProperty] public string? Tell { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        !await Load(id, ct) ? NotFound() : Round.State != RoundState.Draft ? Redirect($"/desk/rounds/{id}") : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => open.Run(id, version, User.Actor(), clock.GetUtcNow(), ct, write: Weekly is null || Tell != "weekly"))) return Page();
        this.Say($"The round is open. {Asked} are asked{(Weekly is { } slot && Tell == "weekly" ? $" in the letter of {slot.DateIn(sites.Current.Zone).Long()}" : "")}.");
        return Redirect($"/desk/rounds/{id}");
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<Round>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } round) return false;
        var (today, now) = (sites.Today(clock), clock.GetUtcNow());
        // What the Board asks goes out in the Board's name; the weekly letter is the secretariat's.
        Weekly = round.Sender != RoundSender.Board && AskRules.CanWait(round.ClosesAt, now, sites.Current.Zone) ? AskRules.NextSlot(now, sites.Current.Zone) : null;
        Round = round;
        Rule = (await db.Set<RoundRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == round.Rule, ct))?.Terms;
        if (Rule is not null) Tired = await asks.Tired(await open.People(round, Rule.Base, today, ct), now, ct);
        Asked = Rule?.Base == RoundBase.Seats
            ? $"{await db.Set<Seat>().CountAsync(s => s.From <= today && (s.To == null || today <= s.To), ct)} seats of the Board"
            : $"{await db.Set<Organisation>().CountAsync(o => o.Kind == OrganisationKind.Member, ct)} {sites.Current.MemberMany}";
        return true;
    }
}
