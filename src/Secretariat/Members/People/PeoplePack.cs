using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.People;

/// <summary>Loads <c>people.csv</c>: a row is a position. A person with two positions has two rows with one key.</summary>
public sealed class PeoplePack : IPackPart
{
    public const string File = "people.csv";

    public int Order => 20;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Has(File)) return;
        var rows = PeopleRows.Read(pack, report);
        PeopleRows.Check(rows,
            await db.Set<Organisation>().Select(o => o.Code).ToHashSetAsync(ct),
            await db.Set<Theme>().Select(t => t.Code).ToHashSetAsync(ct), report);
        if (report.Faults.Count > 0) return;

        var people = await LoadPeople(rows, db, report, ct);
        if (report.Faults.Count == 0) await LoadPositions(rows, people, db, report, ct);
    }

    private static async Task<Dictionary<string, Person>> LoadPeople(IReadOnlyList<PersonRow> rows, Db db, PackReport report, CancellationToken ct)
    {
        var follow = await PackFollow.Begin(db, "person", report, ct);
        var people = await db.Set<Person>().Include(p => p.Positions).Where(p => p.PackKey != null).ToDictionaryAsync(p => p.PackKey!, ct);
        foreach (var row in rows.DistinctBy(r => r.Key))
        {
            var entry = follow.Entry(row.Key, row.Name, File, row.Line);
            var isNew = !people.TryGetValue(row.Key, out var person);
            if (isNew && entry.Record is not null)
            {
                entry.IsRemovedHere();
                continue;
            }
            if (person is null)
            {
                if (!entry.Apply(() => person = new Person(row.Name, row.Email, row.Key))) continue;
                db.Add(people[row.Key] = person!);
                report.Add("people");
            }
            var known = person!;
            entry.Is(known, isNew);
            entry.Field("name", row.Name, known.Name, () => known.Rename(row.Name));
            entry.Field("e-mail", row.Email, known.Email, () => known.ChangeEmail(row.Email));
            entry.Field("phone", row.Phone, known.Phone ?? "", () => known.Phone = row.Phone.OrNull());
            entry.Field("invented", row.Invented.Text(), known.Invented.Text(), () => known.Invented = row.Invented);
        }
        return people;
    }

    private static async Task LoadPositions(IReadOnlyList<PersonRow> rows, Dictionary<string, Person> people, Db db, PackReport report, CancellationToken ct)
    {
        var follow = await PackFollow.Begin(db, "position", report, ct);
        var organisations = await db.Set<Organisation>().ToDictionaryAsync(o => o.Code, ct);
        var keys = people.ToDictionary(p => p.Value.Id, p => p.Key);
        var turns = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.Key, out var person)) continue;
            var key = $"{row.Key}|{row.Organisation}|{row.Kind.Code()}";
            var turn = turns[key] = turns.GetValueOrDefault(key) + 1;
            var entry = follow.Entry($"{key}|{turn}", $"{row.Name}, {row.Kind.Words()}", File, row.Line);
            var position = person.Positions.SingleOrDefault(p => p.Id == entry.Record);
            var isNew = position is null;
            if (isNew && entry.Record is not null)
            {
                entry.IsRemovedHere();
                continue;
            }
            if (position is null)
            {
                if (!entry.Apply(() => position = person.Take(organisations[row.Organisation], row.Kind, row.Title, row.From))) continue;
                report.Add("positions");
            }
            Follow(entry, row, position!, isNew, people, keys);
        }
    }

    private static void Follow(PackEntry entry, PersonRow row, Position position, bool isNew, Dictionary<string, Person> people, Dictionary<Guid, string> keys)
    {
        string Here(IEnumerable<Guid> ids) => string.Join('|', ids.Select(id => keys.GetValueOrDefault(id, "somebody else")));
        entry.Is(position, isNew);
        entry.Field("title", row.Title, position.Title, () => position.Title = row.Title);
        entry.Field("themes", string.Join('|', row.Themes), string.Join('|', position.Themes), () => position.Themes = [.. row.Themes]);
        entry.Field("from", row.From.Iso(), position.From.Iso(), () => position.Correct(row.From, position.To >= row.From ? position.To : null));
        entry.Field("to", row.To.Text(), position.To.Text(), () => position.Correct(position.From, row.To));
        var acted = row.ActsFor.Where(people.ContainsKey).ToList();
        entry.Field("acts for", string.Join('|', acted), Here(position.ActsFor), () => position.ActsFor = [.. acted.Select(k => people[k].Id)]);
    }
}
