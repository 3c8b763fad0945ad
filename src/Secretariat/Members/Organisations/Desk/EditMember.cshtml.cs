using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Organisations.Desk;

public sealed class EditMemberModel(Db db) : PageModel
{
    private List<Organisation> _all = [];

    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Parents => [new("nothing else", ""), .. _all.Where(o => o != Organisation && !o.IsMember).Select(o => new SelectListItem(o.Name, o.Code))];

    [BindProperty] public Typed Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        Input = new Typed
        {
            Name = Organisation.Name,
            ShortName = Organisation.ShortName,
            Website = Organisation.Website,
            Note = Organisation.Note,
            Parent = _all.FirstOrDefault(o => o.Id == Organisation.Parent)?.Code,
            Version = Organisation.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await Load(code, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(() => Save(ct))) return Page();
        this.Say($"Saved {Organisation.Name}.");
        return Redirect($"/desk/members/{Organisation.Code}");
    }

    private Task Save(CancellationToken ct)
    {
        db.Expect(Organisation, Input.Version);
        Organisation.Rename(Input.Name, Input.ShortName ?? "");
        Organisation.MoveTo(Input.Website);
        Organisation.Note = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim();
        Organisation.PutUnder(_all.FirstOrDefault(o => o.Code == Input.Parent)?.Id, _all.ToDictionary(o => o.Id, o => o.Parent));
        return db.Save(User.Actor(), "Edit organisation", ct);
    }

    private async Task<bool> Load(string code, CancellationToken ct)
    {
        _all = await db.Set<Organisation>().OrderBy(o => o.SortName).ToListAsync(ct);
        return (Organisation = _all.FirstOrDefault(o => o.Code == code)!) is not null;
    }

    public sealed class Typed
    {
        [Required(ErrorMessage = "Type the organisation’s name."), StringLength(200, ErrorMessage = "A name has at most 200 letters.")]
        public string Name { get; set; } = "";

        [StringLength(100, ErrorMessage = "A short name has at most 100 letters.")]
        public string? ShortName { get; set; }

        [StringLength(300, ErrorMessage = "A web address has at most 300 letters.")]
        public string? Website { get; set; }

        public string? Parent { get; set; }
        public string? Note { get; set; }
        public int Version { get; set; }
    }
}
