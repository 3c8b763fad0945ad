using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Members.People;

/// <summary>Somebody the network writes to or works with.</summary>
public sealed class Person : Record, IHoldsPersonalData
{
    private readonly List<Position> _positions = [];

    private Person() { }

    public Person(string name, string email, string? packKey = null)
    {
        Rename(name);
        ChangeEmail(email);
        PackKey = packKey;
        Canonical = Id;
    }

    /// <summary>The key the pack knows them by; null for people entered here.</summary>
    public string? PackKey { get; private set; }

    public string Name { get; private set; } = "";
    public string SortName { get; private set; } = "";
    public string Email { get; private set; } = "";

    /// <summary>The address as it is compared: two people with one of these are one person.</summary>
    public string EmailKey { get; private set; } = "";

    public string? Phone { get; set; }
    public bool Invented { get; set; }

    /// <summary>The record this one was merged into; the row itself stays, so that a merge can be undone.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>The record that is read for this person: this one, or the last of those it was merged into.</summary>
    public Guid Canonical { get; private set; }

    public IReadOnlyList<Position> Positions => _positions;

    /// <summary>The positions held on a day.</summary>
    public IEnumerable<Position> PositionsOn(DateOnly day) => _positions.Where(p => p.HeldOn(day));

    public void Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("A person needs a name.", "Name");
        Name = name.Trim();
        SortName = Name.Folded();
    }

    public void ChangeEmail(string email)
    {
        var address = EmailAddress.Parse(email);
        Email = address.Text;
        EmailKey = address.Key;
    }

    /// <summary>Says that this record and another are one person; the other is read from now on, and undoing it is <see cref="Unmerge"/>.</summary>
    /// <param name="records">All records that are read as this one, itself among them.</param>
    public void MergeInto(Person other, IEnumerable<Person> records)
    {
        if (other.Id == Id) throw new RuleBroken("A person cannot be merged with themselves.");
        if (MergedInto is not null) throw new RuleBroken($"{Name} is merged already.");
        if (other.MergedInto is not null) throw new RuleBroken($"{other.Name} is merged into another record: merge into that one.");
        MergedInto = other.Id;
        foreach (var record in records.Append(this)) record.Canonical = other.Id;
    }

    /// <summary>Undoes a merge: this record is read again, and with it what had been merged into it before.</summary>
    /// <param name="records">All records that are read as one with this one.</param>
    public void Unmerge(IEnumerable<Person> records)
    {
        if (MergedInto is null) throw new RuleBroken($"{Name} is not merged into another record.");
        MergedInto = null;
        var others = records.Where(r => r.Id != Id).ToLookup(r => r.MergedInto);
        var ours = new Stack<Person>([this]);
        while (ours.TryPop(out var record))
        {
            record.Canonical = Id;
            foreach (var below in others[record.Id]) ours.Push(below);
        }
    }

    /// <summary>Takes everything that says who this was. That somebody held the positions stays.</summary>
    public void Erase()
    {
        (Name, SortName, Email, EmailKey, Phone, PackKey) = ("Erased at their request", "", "", "", null, null);
        foreach (var position in _positions) position.Erase();
    }

    public Position Take(Organisation organisation, PositionKind kind, string title, DateOnly from)
    {
        if (_positions.Any(p => p.Organisation == organisation.Id && p.Kind == kind && p.HeldOn(from)))
            throw new RuleBroken($"{Name} already holds this position on {from:d MMMM yyyy}.", "Kind");
        var position = new Position(Id, organisation.Id, kind, title, from);
        _positions.Add(position);
        return position;
    }
}
