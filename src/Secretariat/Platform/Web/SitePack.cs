using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Platform.Web;

/// <summary>Reads <c>pack.yaml</c>: the network's name, colour, zone and contact. Each follows a newer pack until somebody changes it here.</summary>
public sealed class SitePack : IPackPart
{
    private const string File = "pack.yaml";

    public int Order => 0;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (pack.Yaml(File) is not { } root) return;
        if (root.Text("name") is not { Length: > 0 } name)
        {
            report.Fault(File, 1, "“name” is missing: what is the network called?");
            return;
        }
        foreach (var file in root.Texts("files").Where(f => !pack.Has(f)))
            report.Fault(file, 0, "pack.yaml lists it, and it is not there");
        if (root.Text("time_zone") is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            report.Fault(File, root.Node("time_zone")!.Line(), $"“{zone}” is not a time zone: write it as Europe/London");
        if (report.Faults.Count > 0) return;

        var follow = await PackFollow.Begin(db, "site", report, ct);
        var site = await db.Set<Site>().OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
        var isNew = site is null;
        if (site is null)
        {
            db.Add(site = new Site());
            report.Add("site");
        }
        var entry = follow.Entry("site", "The network", File, root.Line());
        entry.Is(site, isNew);
        Follow(entry, site, root, name);
    }

    private static void Follow(PackEntry entry, Site site, YamlMappingNode root, string name)
    {
        var (contact, word, start) = (root.Map("secretariat"), root.Map("member_word"), root.Map("year_start"));
        void Text(string field, string? inPack, string here, Action<string> apply) => entry.Field(field, inPack ?? "", here, () => apply(inPack ?? ""));
        void Whole(string field, int inPack, int here, Action<int> apply) =>
            entry.Field(field, inPack.ToString(CultureInfo.InvariantCulture), here.ToString(CultureInfo.InvariantCulture), () => apply(inPack));

        Text("name", root.Text("site_name") ?? name, site.Name, v => site.Name = v);
        Text("strapline", root.Text("strapline"), site.Strapline, v => site.Strapline = v);
        Text("accent", root.Text("accent") ?? "#0b5d66", site.Accent, v => site.Accent = v);
        Text("time zone", root.Text("time_zone") ?? "Europe/London", site.TimeZone, v => site.TimeZone = v);
        Text("word for one member", word?.Text("one") ?? "member", site.MemberOne, v => site.MemberOne = v);
        Text("word for many members", word?.Text("many") ?? "members", site.MemberMany, v => site.MemberMany = v);
        Whole("first month of the year", start?.Whole("month") ?? 1, site.YearStartMonth, v => site.YearStartMonth = v);
        Whole("first day of the year", start?.Whole("day") ?? 1, site.YearStartDay, v => site.YearStartDay = v);
        Text("attribution", string.Join("\n", root.Texts("attribution")), site.Attribution, v => site.Attribution = v);
        Text("contact’s name", contact?.Text("name"), site.ContactName, v => site.ContactName = v);
        Text("contact’s e-mail", contact?.Text("email"), site.ContactEmail, v => site.ContactEmail = v);
        Text("contact’s phone", contact?.Text("phone"), site.ContactPhone, v => site.ContactPhone = v);
        Text("contact’s address", contact?.Text("address"), site.ContactAddress, v => site.ContactAddress = v);
        entry.Field("contact is invented", (contact?.Flag("invented") ?? false).Text(), site.ContactInvented.Text(), () => site.ContactInvented = contact?.Flag("invented") ?? false);
    }
}
