using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.People.Desk;

/// <summary>What is typed about a position.</summary>
public sealed class PositionInput
{
    [Required(ErrorMessage = "Choose the organisation.")]
    public string Organisation { get; set; } = "";

    [Required(ErrorMessage = "Choose what they do there.")]
    public string Kind { get; set; } = "";

    [StringLength(200, ErrorMessage = "A title has at most 200 letters.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Say from which day.")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
    public List<string> Themes { get; set; } = [];
    public int Version { get; set; }
}

/// <summary>What there is to choose from.</summary>
public sealed record PositionChoices(IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<Theme> Themes)
{
    public static async Task<PositionChoices> Load(Db db, CancellationToken ct) => new(
        [new("", ""), .. await db.Set<Organisation>().OrderBy(o => o.SortName).Select(o => new SelectListItem(o.Name, o.Code)).ToListAsync(ct)],
        [new("", ""), .. Enum.GetValues<PositionKind>().Select(k => new SelectListItem(k.Words(), k.Code()))],
        await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct));
}

/// <summary>All themes, and those chosen for the position.</summary>
public sealed record ThemeFields(IReadOnlyList<Theme> All, List<string> Chosen);
