using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People.Desk;

/// <summary>Says what goes, what stays and why; the button does it.</summary>
[Authorize(Rights.CanEditMembers)]
public sealed class ErasedPersonModel(Db db, ErasePerson erase) : PageModel
{
    private IReadOnlyList<Guid> _records = [];

    /// <summary>Choices and not words of one's own: what is typed could say who it was.</summary>
    public static readonly IReadOnlyList<string> Whys = ["they asked for it", "there is no reason any more to keep it", "it should never have been entered"];

    public IReadOnlyList<SelectListItem> Reasons => [new("Choose…", ""), .. Whys.Select(w => new SelectListItem(char.ToUpperInvariant(w[0]) + w[1..], w))];

    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form
    {
        public string? Reason { get; set; }
        public string? Name { get; set; }
    }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Records that were merged into this one and go with it.</summary>
    public int Merged => _records.Count - 1;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await Load(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Load(id, ct)) return NotFound();
        if (!await this.Try(() => Erase(ct))) return Page();
        this.Say("Erased. What stays here names nobody any more.");
        return Redirect("/desk/people");
    }

    private Task Erase(CancellationToken ct) => db.Write(async () =>
    {
        if (User.PersonId() is { } me && _records.Contains(me)) throw new RuleBroken("This is you. Ask a colleague to erase you, so that somebody is left to answer for it.");
        await User.RequireMayChange(db, _records, $"{Name} is an administrator, whom only an administrator can erase.", ct);
        if (!Whys.Contains(Input.Reason)) throw new RuleBroken("Say why.", "Reason");
        if (Input.Name?.Folded() != Name.Folded()) throw new RuleBroken($"Type “{Name}”, as it stands above.", "Name");
        foreach (var record in _records) await erase.Run(record, User.Actor(), ct);
        // Afterwards: what is on record of them before is emptied.
        db.Note(User.Actor(), "Asked to erase person", nameof(Person), Id, ("Because", Input.Reason!));
        await db.SaveUnaudited(ct);
    }, ct);

    private async Task<bool> Load(Guid id, CancellationToken ct)
    {
        _records = await SamePerson.Records(db, id, ct);
        if (_records.Count == 0) return false;
        (Id, Name) = (_records[0], await db.Set<Person>().Where(p => p.Id == _records[0]).Select(p => p.Name).SingleAsync(ct));
        return true;
    }
}
