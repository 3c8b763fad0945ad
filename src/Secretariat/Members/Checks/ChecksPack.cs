using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Checks;

/// <summary>Reads <c>checks:</c> in pack.yaml; each value follows a newer pack until somebody changes it here.</summary>
public sealed class ChecksPack : IPackPart
{
    private const string File = "pack.yaml";

    public int Order => 56;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (pack.Yaml(File)?.Map("checks") is not { } map) return;
        var follow = await PackFollow.Begin(db, "checks", report, ct);
        var settings = await db.Set<CheckSettings>().SingleOrDefaultAsync(ct);
        var isNew = settings is null;
        if (settings is null) db.Add(settings = new CheckSettings());
        var entry = follow.Entry("checks", "The yearly check of details", File, map.Line());
        entry.Is(settings, isNew);
        void Whole(string what, string key, int here, Action<int> set)
        {
            if (map.Whole(key) is not { } inPack) return;
            entry.Field(what, inPack.ToString(CultureInfo.InvariantCulture), here.ToString(CultureInfo.InvariantCulture), () => set(inPack));
        }
        Whole("month", "month", settings.Month, v => settings.Change(v, settings.Days));
        Whole("days to answer", "days", settings.Days, v => settings.Change(settings.Month, v));
        entry.Field("invented", map.Flag("invented").Text(), settings.Invented.Text(), () => settings.Invented = map.Flag("invented"));
    }
}
