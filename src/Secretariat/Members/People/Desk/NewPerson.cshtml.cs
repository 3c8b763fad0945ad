using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed class NewPersonModel(Db db) : PageModel
{
    [BindProperty] public PersonInput Input { get; set; } = new();

    /// <summary>Who has this address already; the form then asks once more.</summary>
    public KnownPerson? Known { get; private set; }

    public void OnGet() { }

    /// <param name="shared">They were told that somebody has this address, and go on.</param>
    public async Task<IActionResult> OnPostAsync(bool shared, CancellationToken ct)
    {
        Person? person = null;
        if (!ModelState.IsValid || !this.Try(() => person = new Person(Input.Name, Input.Email))) return Page();
        // By a merged record's address as well: whoever were added with it would take its sign-in.
        Known = await db.Set<Person>().Where(p => p.EmailKey == person!.EmailKey).Join(db.Set<Person>(), p => p.Canonical, c => c.Id, (p, c) => new { p, c })
            .OrderBy(x => x.p.MergedInto != null).ThenBy(x => x.p.Id).Select(x => new KnownPerson(x.c.Id, x.c.Name, x.p.Email)).FirstOrDefaultAsync(ct);
        if (Known is not null && !shared) return Page();
        person!.Phone = string.IsNullOrWhiteSpace(Input.Phone) ? null : Input.Phone.Trim();
        db.Add(person);
        await db.Save(User.Actor(), "Add person", ct);
        this.Say($"Added {person.Name}. What do they do?");
        return Redirect($"/desk/people/{person.Id}/positions/new");
    }
}
