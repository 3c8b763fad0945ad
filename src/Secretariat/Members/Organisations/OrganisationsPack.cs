using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Organisations;

/// <summary>Loads <c>members.csv</c> and <c>organisations.csv</c>; the two share one set of codes.</summary>
public sealed class OrganisationsPack : IPackPart
{
    public const string MembersFile = "members.csv";
    public const string OthersFile = "organisations.csv";

    public int Order => 10;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        var rows = Rows(pack, report);
        if (CycleAmong(rows) is { } circle) report.Fault(circle.File, circle.Line, $"“{circle["code"]}” stands under itself, by way of {circle["parent"]}");
        if (report.Faults.Count > 0) return;

        var follow = await PackFollow.Begin(db, "organisation", report, ct);
        var here = await db.Set<Organisation>().ToDictionaryAsync(o => o.Code, ct);
        var loaded = new List<(PackRow Row, PackEntry Entry, Organisation Organisation)>();
        foreach (var row in rows)
        {
            var isMember = row.File == MembersFile;
            var kind = isMember ? OrganisationKind.Member : row.Named<OrganisationKind>("kind", report);
            if (kind is null) continue;
            var entry = follow.Entry(row["code"], row["name"], row.File, row.Line);
            var isNew = !here.TryGetValue(row["code"], out var organisation);
            if (isNew && entry.Record is not null)
            {
                entry.IsRemovedHere();
                continue;
            }
            if (organisation is null)
            {
                db.Add(here[row["code"]] = organisation = new Organisation(row["code"], row["name"], kind.Value));
                report.Add(isMember ? "members" : "organisations");
            }
            entry.Is(organisation, isNew);
            Follow(entry, row, organisation, kind.Value, report);
            loaded.Add((row, entry, organisation));
        }
        PutUnderParents(loaded, here);
    }

    private static List<PackRow> Rows(PackFolder pack, PackReport report)
    {
        var rows = pack.Csv(MembersFile, "code", "name").ToList();
        if (pack.Has(OthersFile)) rows.AddRange(pack.Csv(OthersFile, "code", "name", "kind"));
        var codes = rows.Select(r => r["code"]).ToHashSet();
        var seen = new Dictionary<string, PackRow>();
        foreach (var row in rows)
        {
            if (row["code"].Length == 0 || row["name"].Length == 0) report.Fault(row.File, row.Line, "an organisation needs a code and a name");
            else if (!seen.TryAdd(row["code"], row)) report.Fault(row.File, row.Line, $"the code “{row["code"]}” is used in {seen[row["code"]].File}, line {seen[row["code"]].Line}, already");
            if (row["parent"].Length > 0 && !codes.Contains(row["parent"])) report.Fault(row.File, row.Line, $"no organisation has the code “{row["parent"]}”");
        }
        return rows;
    }

    /// <summary>The first row that comes back to itself when its parents are followed.</summary>
    private static PackRow? CycleAmong(IReadOnlyList<PackRow> rows)
    {
        var parents = rows.GroupBy(r => r["code"]).ToDictionary(r => r.Key, r => r.First()["parent"]);
        foreach (var row in rows)
        {
            var passed = new HashSet<string>();
            for (var above = row["parent"]; above.Length > 0 && passed.Add(above); above = parents.GetValueOrDefault(above, ""))
                if (above == row["code"]) return row;
        }
        return null;
    }

    private static void Follow(PackEntry entry, PackRow row, Organisation body, OrganisationKind kind, PackReport report)
    {
        var shortName = row["short_name"].OrNull() ?? row["name"];
        entry.Field("name", row["name"], body.Name, () => body.Rename(row["name"], body.ShortName));
        entry.Field("short name", shortName, body.ShortName, () => body.Rename(body.Name, shortName));
        entry.Field("kind", kind.Code(), body.Kind.Code(), () => body.Reclassify(kind));
        entry.Field("website", row["website"], body.Website ?? "", () => body.MoveTo(row["website"]));
        entry.Field("region", row["region"], body.Region ?? "", () => body.Region = row["region"].OrNull());
        entry.Field("note", row["note"], body.Note ?? "", () => body.Note = row["note"].OrNull());
        entry.Field("invented", row.Flag("invented").Text(), body.Invented.Text(), () => body.Invented = row.Flag("invented"));
        var (label, column, line) = (row["tile_label"], row.Whole("tile_col", report), row.Whole("tile_row", report));
        if (label.Length > 5) report.Fault(row.File, row.Line, $"“{label}” is too long for a square: five letters at most");
        else entry.Field("tile label", label, body.TileLabel, () => body.TileLabel = label);
        entry.Field("tile column", column.Text(), body.TileColumn.Text(), () => body.TileColumn = column);
        entry.Field("tile row", line.Text(), body.TileRow.Text(), () => body.TileRow = line);
    }

    private static void PutUnderParents(IReadOnlyList<(PackRow Row, PackEntry Entry, Organisation Organisation)> loaded, Dictionary<string, Organisation> here)
    {
        var codes = here.Values.ToDictionary(o => o.Id, o => o.Code);
        foreach (var (row, entry, body) in loaded)
        {
            var parent = row["parent"].Length > 0 ? here.GetValueOrDefault(row["parent"])?.Id : null;
            entry.Field("parent", row["parent"], body.Parent is { } id ? codes[id] : "", () => body.PutUnder(parent, here.Values.ToDictionary(o => o.Id, o => o.Parent)));
        }
    }
}
