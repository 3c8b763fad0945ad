using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Checks.Desk;

/// <summary>What somebody says should change: what is here beside what they say, taken over in one press or set aside.</summary>
[Authorize(Rights.CanEditMembers)]
public sealed class OneCheckModel(Db db, AnswerCheck verb, TimeProvider clock) : PageModel
{
    public DetailsCheck Check { get; private set; } = null!;
    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, bool takes, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => Settle(id, takes, ct)))
        {
            await Load(id, ct);
            return Page();
        }
        this.Say(takes ? $"Taken over: {Person.Name}’s details are as they say." : "Set aside. Nothing was changed.");
        return Redirect($"/desk/people/{Person.Id}");
    }

    private async Task Settle(Guid id, bool takes, CancellationToken ct)
    {
        if (takes && Check.Email is not null)
            await User.RequireMayChange(db, await SamePerson.Records(db, Person.Id, ct), "They are an administrator, and sign in by this address: only an administrator can change it.", ct);
        await verb.Settle(id, takes, User.Actor(), clock.GetUtcNow(), ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        if (await db.Set<DetailsCheck>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { IsCorrection: true } check) return false;
        Check = check;
        Person = await db.Set<Person>().AsNoTracking().SingleAsync(p => db.Set<Person>().Any(r => r.Id == check.Person && r.Canonical == p.Id), ct);
        return true;
    }
}
