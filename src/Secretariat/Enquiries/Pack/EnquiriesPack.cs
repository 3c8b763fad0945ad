using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Enquiries.Pack;

/// <summary>Reads <c>enquiries:</c> in pack.yaml; each value follows a newer pack until somebody changes it here.</summary>
public sealed class EnquiriesPack : IPackPart
{
    private const string File = "pack.yaml";

    public int Order => 55;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (pack.Yaml(File)?.Map("enquiries") is not { } map) return;
        var follow = await PackFollow.Begin(db, "enquiries", report, ct);
        var settings = await db.Set<EnquirySettings>().SingleOrDefaultAsync(ct);
        var isNew = settings is null;
        if (settings is null) db.Add(settings = new EnquirySettings());
        var entry = follow.Entry("enquiries", "How enquiries are dealt with", File, map.Line());
        entry.Is(settings, isNew);
        void Whole(string what, string key, int here, Action<int> set)
        {
            if (map.Whole(key) is not { } inPack) return;
            entry.Field(what, inPack.ToString(CultureInfo.InvariantCulture), here.ToString(CultureInfo.InvariantCulture), () => set(inPack));
        }
        Whole("days to answer", "answer_days", settings.AnswerDays, v => settings.Change(v, settings.HandoverDays, settings.KeepMonths));
        Whole("days of a handover", "handover_days", settings.HandoverDays, v => settings.Change(settings.AnswerDays, v, settings.KeepMonths));
        Whole("months kept", "keep_months", settings.KeepMonths, v => settings.Change(settings.AnswerDays, settings.HandoverDays, v));
        entry.Field("invented", map.Flag("invented").Text(), settings.Invented.Text(), () => settings.Invented = map.Flag("invented"));
    }
}
