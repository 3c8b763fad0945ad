using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Events.Kinds;

/// <summary>Loads <c>event-kinds.yaml</c>; each value follows a newer pack until somebody changes it here.</summary>
public sealed class KindsPack : IPackPart
{
    public const string File = "event-kinds.yaml";

    public int Order => 50;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return;
        var follow = await PackFollow.Begin(db, "event-kind", report, ct);
        var kinds = await db.Set<EventKind>().ToDictionaryAsync(k => k.Code, ct);
        var seen = new HashSet<string>();
        foreach (var map in root.Maps("kinds"))
        {
            var (code, name) = (map.Text("code") ?? "", map.Text("name") ?? "");
            if (code.Length == 0 || name.Length == 0) report.Fault(File, map.Line(), "a kind of event needs a code and a name");
            else if (!seen.Add(code)) report.Fault(File, map.Line(), $"the kind “{code}” is there twice");
            else Keep(db, follow.Entry(code, name, File, map.Line()), kinds.GetValueOrDefault(code), code, name, map, report);
        }
    }

    private static void Keep(Db db, PackEntry entry, EventKind? kind, string code, string name, YamlMappingNode map, PackReport report)
    {
        var isNew = kind is null;
        if (isNew && entry.Record is not null)
        {
            entry.IsRemovedHere();
            return;
        }
        var audience = string.Join('\n', map.Texts("audience"));
        // A condition that cannot be read would only be found when somebody is to be invited.
        if (!entry.Apply(() => _ = new Audience(code, name, [.. audience.Split('\n').Select(AudienceLine.Parse)]))) return;
        if (kind is null)
        {
            db.Add(kind = new EventKind(code, name, map.Text("counts") ?? "", audience));
            report.Add("kinds of event");
        }
        entry.Is(kind, isNew);
        entry.Field("name", name, kind.Name, () => kind.Name = name);
        entry.Field("what it counts for", map.Text("counts") ?? "", kind.Counts, () => kind.Counts = map.Text("counts") ?? "");
        entry.Field("who is invited", audience, kind.Audience, () => kind.Audience = audience);
        if (Time(map, "starts", report) is { } starts) entry.Field("start", starts.ToString("HH:mm", CultureInfo.InvariantCulture), kind.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), () => kind.Starts = starts);
        if (Time(map, "ends", report) is { } ends) entry.Field("end", ends.ToString("HH:mm", CultureInfo.InvariantCulture), kind.Ends.ToString("HH:mm", CultureInfo.InvariantCulture), () => kind.Ends = ends);
        if (map.Whole("reply_days") is { } days) entry.Field("days to answer", days.ToString(CultureInfo.InvariantCulture), kind.ReplyDays.ToString(CultureInfo.InvariantCulture), () => kind.ReplyDays = days);
        var has = map.Texts("has").ToHashSet();
        foreach (var unknown in has.Except(["agenda", "minutes", "cost", "topic", "themes", "board", "tickets"])) report.Fault(File, map.Line(), $"a kind of event has agenda, minutes, cost, topic, themes, board or tickets, and no “{unknown}”");
        void Flag(string what, bool here, Action<bool> set) => entry.Field($"has {what}", has.Contains(what).Text(), here.Text(), () => set(has.Contains(what)));
        Flag("agenda", kind.HasAgenda, v => kind.HasAgenda = v);
        Flag("minutes", kind.HasMinutes, v => kind.HasMinutes = v);
        Flag("cost", kind.HasCost, v => kind.HasCost = v);
        Flag("topic", kind.HasTopic, v => kind.HasTopic = v);
        Flag("themes", kind.HasThemes, v => kind.HasThemes = v);
        Flag("board", kind.IsBoard, v => kind.IsBoard = v);
        Flag("tickets", kind.HasTickets, v => kind.HasTickets = v);
        if (map.Whole("places_each") is { } each) entry.Field("places for each member", each.ToString(CultureInfo.InvariantCulture), kind.PlacesEach.ToString(CultureInfo.InvariantCulture), () => kind.PlacesEach = each);
        if (map.Whole("name_days") is { } nameDays) entry.Field("days to name people", nameDays.ToString(CultureInfo.InvariantCulture), kind.NameDays.ToString(CultureInfo.InvariantCulture), () => kind.NameDays = nameDays);
        if (map.Texts("named_by") is { } by && by.Any()) entry.Field("who names people", string.Join(',', by), kind.NamedBy, () => kind.NamedBy = string.Join(',', by));
        entry.Field("invented", map.Flag("invented").Text(), kind.Invented.Text(), () => kind.Invented = map.Flag("invented"));
    }

    private static TimeOnly? Time(YamlMappingNode map, string key, PackReport report)
    {
        if (map.Text(key) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        report.Fault(File, map.Node(key)!.Line(), $"“{text}” is not a time: write it as 09:30");
        return null;
    }
}
