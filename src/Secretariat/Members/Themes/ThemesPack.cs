using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Themes;

/// <summary>Loads <c>themes.yaml</c>.</summary>
public sealed class ThemesPack : IPackPart
{
    public const string File = "themes.yaml";

    public int Order => 5;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return;
        var follow = await PackFollow.Begin(db, "theme", report, ct);
        var themes = await db.Set<Theme>().ToDictionaryAsync(t => t.Code, ct);
        var seen = new HashSet<string>();
        foreach (var map in root.Maps("themes"))
        {
            if (map.Text("code") is not { Length: > 0 } code || map.Text("name") is not { Length: > 0 } name)
            {
                report.Fault(File, map.Line(), "a theme needs a code and a name");
                continue;
            }
            if (!seen.Add(code))
            {
                report.Fault(File, map.Line(), $"the theme “{code}” is there twice");
                continue;
            }
            var entry = follow.Entry(code, name, File, map.Line());
            var isNew = !themes.TryGetValue(code, out var theme);
            if (isNew && entry.Record is not null)
            {
                entry.IsRemovedHere();
                continue;
            }
            if (theme is null)
            {
                db.Add(theme = new Theme { Code = code, Name = name });
                report.Add("themes");
            }
            entry.Is(theme, isNew);
            entry.Field("name", name, theme.Name, () => theme.Name = name);
            entry.Field("note", map.Text("note") ?? "", theme.Note ?? "", () => theme.Note = map.Text("note"));
            entry.Field("invented", map.Flag("invented").Text(), theme.Invented.Text(), () => theme.Invented = map.Flag("invented"));
        }
    }
}
