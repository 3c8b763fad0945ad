using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

/// <summary>Takes an import back, the last row first: all that nobody changed or used since. What stays says why.</summary>
public sealed class UndoImport(Db db, InUse inUse, IEnumerable<IActsByPosition> acts, TimeProvider clock)
{
    public const string Verb = "Undo import";

    public Task Begin(Guid id, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var import = await db.Set<PeopleImport>().SingleAsync(i => i.Id == id, ct);
        import.BeginUndo();
        await db.Save(by, "Undo import", ct);
    }, ct);

    public async Task GoOn(Guid id, CancellationToken ct)
    {
        while (await db.Write(() => Some(id, ct), ct)) db.ChangeTracker.Clear();
        db.ChangeTracker.Clear();
    }

    private async Task<bool> Some(Guid id, CancellationToken ct)
    {
        if (await db.LockedImport(id, ImportState.Undoing, ct) is not { } import) return false;
        var rows = await db.Set<ImportRow>().Where(r => r.Import == id && r.Done).OrderByDescending(r => r.Number).Take(JudgeRows.Chunk).ToListAsync(ct);
        if (rows.Count == 0)
        {
            import.FinishUndo(await db.Set<ImportRow>().CountAsync(r => r.Import == id && r.Stayed != "", ct), clock.GetUtcNow());
            await db.Save(import.Actor, "Finish undoing import", ct);
            return false;
        }
        var removed = await TakeBack(import, rows, ct);
        await db.Save(import.Actor, Verb, ct);
        // They should never have been here: the trail keeps that they were, and not who they were.
        await db.EraseAuditValues(removed, ct);
        return true;
    }

    private async Task<List<Guid>> TakeBack(PeopleImport import, List<ImportRow> rows, CancellationToken ct)
    {
        var steps = rows.ToDictionary(r => r.Number, r => r.DidSteps());
        var on = steps.Values.SelectMany(s => s).Select(s => s.On).Distinct().ToList();
        var positions = await db.Set<Position>().Where(p => on.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var whose = positions.Values.Select(p => p.Person).Concat(on).Distinct().ToList();
        var people = await db.Set<Person>().Include(p => p.Positions).Where(p => whose.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var bodies = await db.Set<Organisation>().Where(o => on.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var touched = await Touched(import, [.. on, .. people.Values.SelectMany(p => p.Positions).Select(p => p.Id)], ct);
        var used = await inUse.People([.. people.Keys], [typeof(Position), typeof(ImportRow)], ct);
        var taken = await inUse.Bodies([.. bodies.Keys], [typeof(Position)], ct);
        var acted = await Acted(import, [.. positions.Values.Select(p => p.Person).Distinct()], ct);
        var removed = new List<Guid>();
        foreach (var row in rows)
        {
            var stayed = new List<string>();
            // Whoever stays keeps what came with them: the person is asked about first.
            foreach (var step in steps[row.Number].OrderBy(s => s.What == RowStep.Person ? 0 : 1))
                if (stayed.Count == 0 || step.What != RowStep.Position)
                    if (Undo(step) is { Length: > 0 } why) stayed.Add(why);
            (row.Done, row.Stayed) = (false, string.Join(" ", stayed.Distinct()));
            if (removed.Contains(row.Person ?? Guid.Empty)) row.Person = null;
        }
        foreach (var body in bodies.Values.Where(b => !touched.Contains(b.Id)))
            if (taken.TryGetValue(body.Id, out var by)) Stay(body, by);
            else if (!await db.Set<Position>().AnyAsync(p => p.Organisation == body.Id && !removed.Contains(p.Id), ct)) Remove(body);
        return removed;

        void Stay(Organisation body, string by)
        {
            foreach (var row in rows.Where(r => steps[r.Number].Any(s => s.On == body.Id))) row.Stayed = $"{row.Stayed} {body.Name} stays: {by}.".Trim();
        }

        void Remove(Record record)
        {
            db.Remove(record);
            removed.Add(record.Id);
        }

        string Undo(RowStep step) => step.What switch
        {
            // Bodies go last, when nobody is left in them.
            RowStep.Organisation => "",
            RowStep.Person => people.TryGetValue(step.On, out var person) ? UndoPerson(person) : "",
            RowStep.Position => positions.TryGetValue(step.On, out var position) && !removed.Contains(position.Id) ? UndoPosition(position) : "",
            RowStep.Name or RowStep.Phone => people.TryGetValue(step.On, out var known) ? Back(known, step) : "",
            _ => positions.TryGetValue(step.On, out var held) ? Back(held, step) : "",
        };

        string UndoPerson(Person person)
        {
            if (touched.Contains(person.Id)) return $"{person.Name} stays: the record was changed since.";
            if (used.TryGetValue(person.Id, out var by)) return $"{person.Name} stays: {by}.";
            var left = person.Positions.Where(p => !removed.Contains(p.Id)).ToList();
            if (left.Any(p => touched.Contains(p.Id) || !positions.ContainsKey(p.Id))) return $"{person.Name} stays: a position was added or changed since.";
            foreach (var position in left) Remove(position);
            Remove(person);
            return "";
        }

        string UndoPosition(Position position)
        {
            if (touched.Contains(position.Id)) return "The position stays: it was changed since.";
            if (acted.TryGetValue((position.Person, position.Organisation), out var why)) return $"The position stays: {why}";
            Remove(position);
            return "";
        }
    }

    /// <summary>What somebody who was here already did by a position that the import brought.</summary>
    private async Task<Dictionary<(Guid Person, Guid Organisation), string>> Acted(PeopleImport import, List<Guid> people, CancellationToken ct)
    {
        var acted = new Dictionary<(Guid, Guid), string>();
        foreach (var act in acts)
            foreach (var (person, organisation) in await act.Since(db, people, import.At, ct)) acted.TryAdd((person, organisation), act.Words);
        return acted;
    }

    private static string Back(Person person, RowStep step)
    {
        var now = step.What == RowStep.Name ? person.Name : person.Phone ?? "";
        if (now != step.After) return $"The {step.What} of {person.Name} stays: it was changed since.";
        if (step.What == RowStep.Name) person.Rename(step.Before);
        else person.Phone = step.Before.Length > 0 ? step.Before : null;
        return "";
    }

    private static string Back(Position held, RowStep step)
    {
        var now = step.What switch { RowStep.Title => held.Title, RowStep.Themes => string.Join('|', held.Themes), RowStep.From => held.From.Iso(), _ => held.To?.Iso() ?? "" };
        if (now != step.After) return $"The {step.What} of the position stays: it was changed since.";
        switch (step.What)
        {
            case RowStep.Title: held.Title = step.Before; break;
            case RowStep.Themes: held.Themes = [.. step.Before.Split('|', StringSplitOptions.RemoveEmptyEntries)]; break;
            case RowStep.From: held.Correct(Day(step.Before)!.Value, held.To); break;
            default: held.Correct(held.From, Day(step.Before)); break;
        }
        return "";
    }

    private static DateOnly? Day(string iso) => iso.Length == 0 ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What anybody changed after the import: the trail knows.</summary>
    private async Task<HashSet<Guid>> Touched(PeopleImport import, List<Guid> records, CancellationToken ct)
    {
        var done = import.DoneAt;
        return await db.Set<AuditEntry>().Where(e => records.Contains(e.RecordId) && e.Verb != Verb && (e.Verb != ImportPeople.Verb || e.At > done) && e.At >= import.At)
            .Select(e => e.RecordId).Distinct().ToHashSetAsync(ct);
    }
}
