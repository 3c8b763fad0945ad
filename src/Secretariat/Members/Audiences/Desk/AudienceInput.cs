using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences.Desk;

/// <summary>An audience as its form has it: any of these, all of these too, but none of these.</summary>
public sealed class AudienceInput
{
    public string? Name { get; set; }
    public List<string?> Any { get; set; } = [];
    public List<string?> Also { get; set; } = [];
    public List<string?> Never { get; set; } = [];
    public int Version { get; set; }

    public IReadOnlyList<AudienceLine> Lines => [.. Of(LineKind.AnyOf, Any), .. Of(LineKind.Also, Also), .. Of(LineKind.Never, Never)];

    public static AudienceInput From(Audience audience) => new()
    {
        Name = audience.Name,
        Version = audience.Version,
        Any = Of(audience, LineKind.AnyOf),
        Also = Of(audience, LineKind.Also),
        Never = Of(audience, LineKind.Never),
    };

    // As it is stored, without its sign.
    private static List<string?> Of(Audience audience, LineKind kind) => [.. audience.Lines.Where(l => l.Kind == kind).Select(l => l.ToString()[1..])];

    private static IEnumerable<AudienceLine> Of(LineKind kind, List<string?> chosen) =>
        chosen.OfType<string>().Where(c => c.Length > 1).Distinct().Select(c => AudienceLine.Parse("+" + c.ReplaceLineEndings("")) with { Kind = kind });
}

/// <summary>Everything that can be chosen, under the name of its condition.</summary>
public sealed class AudienceChoices(IEnumerable<IAudienceTerm> terms, Db db)
{
    public async Task<IReadOnlyList<SelectListItem>> All(DateOnly on, CancellationToken ct)
    {
        List<SelectListItem> all = [];
        foreach (var term in terms.Where(t => t.Title.Length > 0))
        {
            var group = new SelectListGroup { Name = term.Title };
            all.AddRange((await term.Choices(db, on, ct)).Select(c => new SelectListItem(c.Words, c.Value is null ? term.Code : $"{term.Code}:{c.Value}") { Group = group }));
        }
        return all;
    }

    /// <summary>A condition in words; as it is stored when what it names is gone.</summary>
    public static string Words(IReadOnlyList<SelectListItem> all, AudienceLine line) => all.FirstOrDefault(c => c.Value == line.ToString()[1..])?.Text ?? line.ToString()[1..];
}

/// <param name="Field">"Input.Any"</param>
public sealed record AudienceFields(string Field, string Legend, string Hint, IReadOnlyList<string?> Chosen, IReadOnlyList<SelectListItem> All, int Empty);
