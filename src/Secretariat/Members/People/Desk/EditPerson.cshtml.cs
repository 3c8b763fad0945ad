using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

public sealed class EditPersonModel(Db db) : PageModel
{
    public Person Person { get; private set; } = null!;

    [BindProperty] public PersonInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        Input = new PersonInput { Name = Person.Name, Email = Person.Email, Phone = Person.Phone, Version = Person.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Save(ct))) return Page();
        this.Say($"Saved {Person.Name}.");
        return Redirect($"/desk/people/{id}");
    }

    private async Task Save(CancellationToken ct)
    {
        db.Expect(Person, Input.Version);
        var address = Person.EmailKey;
        Person.Rename(Input.Name);
        Person.ChangeEmail(Input.Email);
        Person.Phone = string.IsNullOrWhiteSpace(Input.Phone) ? null : Input.Phone.Trim();
        if (Person.EmailKey != address)
            await User.RequireMayChange(db, await SamePerson.Records(db, Person.Id, ct), "They are an administrator, and sign in by this address: only an administrator can change it.", ct);
        await db.Save(User.Actor(), "Edit person", ct);
    }

    private async Task<bool> Load(Guid id, CancellationToken ct) =>
        (Person = (await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == id, ct))!) is not null;
}
