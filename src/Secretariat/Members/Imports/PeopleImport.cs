using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Imports;

public enum ImportState { Reading, Checked, Importing, Done, Undoing, Undone }

/// <summary>One file of people: read and checked row by row, then imported by somebody who saw every row's fate, and undone as a whole.</summary>
public sealed class PeopleImport : Record, IHoldsPersonalData
{
    private PeopleImport() { }

    public PeopleImport(string file, IReadOnlyList<string> headings, string note, Actor by, DateTimeOffset at)
    {
        File = file.Length <= 200 ? file : file[..200];
        (Headings, Note, By, ByPerson, At) = ([.. headings], note, by.Name, by.Person, at);
        Columns = [.. Imports.Columns.Match(headings)];
    }

    public string File { get; private set; } = "";
    public List<string> Headings { get; private set; } = [];

    /// <summary>What stands in each column, in the order of the headings.</summary>
    public List<Column> Columns { get; private set; } = [];

    /// <summary>An organisation that nobody knows is made, as a stakeholder; otherwise its row is refused.</summary>
    public bool MakesOrganisations { get; private set; }

    /// <summary>Who is perhaps somebody that is here already is added all the same.</summary>
    public bool TakesLookalikes { get; private set; }

    /// <summary>How the file was read, when that needs a look.</summary>
    public string Note { get; private set; } = "";

    public ImportState State { get; private set; }
    public int New { get; private set; }
    public int Changed { get; private set; }
    public int Same { get; private set; }
    public int Perhaps { get; private set; }
    public int Refused { get; private set; }
    public string By { get; private set; } = "";
    public Guid? ByPerson { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>How many rows were not taken back, or not wholly: somebody had changed since what they brought.</summary>
    public int Stayed { get; private set; }

    public int Rows => New + Changed + Same + Perhaps + Refused;

    /// <summary>How many rows bring something.</summary>
    public int Brings => New + Changed;

    public Actor Actor => new(ByPerson, By);

    /// <param name="columns">One for each heading.</param>
    public void ReadAs(IReadOnlyList<Column> columns, bool makesOrganisations, bool takesLookalikes)
    {
        if (State is not (ImportState.Reading or ImportState.Checked)) throw new RuleBroken("This file was imported already.");
        if (columns.Count != Headings.Count) throw new RuleBroken("Say of each column what is in it.");
        if (columns.Where(c => c != Column.Nothing).GroupBy(c => c).FirstOrDefault(c => c.Count() > 1) is { } twice)
            throw new RuleBroken($"Two columns cannot both be the {twice.Key.Words()}. Leave one of them out.");
        if (Imports.Columns.Missing(columns) is { } missing) throw new RuleBroken(missing);
        (Columns, MakesOrganisations, TakesLookalikes) = ([.. columns], makesOrganisations, takesLookalikes);
        // Until every row is judged by these: fates of before are not what would be imported.
        State = ImportState.Reading;
    }

    public bool IsReadable => Imports.Columns.Missing(Columns) is null;

    public void Count(IReadOnlyDictionary<RowFate, int> fates)
    {
        (New, Changed, Same) = (fates.GetValueOrDefault(RowFate.New), fates.GetValueOrDefault(RowFate.Changed), fates.GetValueOrDefault(RowFate.Same));
        (Perhaps, Refused) = (fates.GetValueOrDefault(RowFate.Perhaps), fates.GetValueOrDefault(RowFate.Refused));
        if (State == ImportState.Reading) State = ImportState.Checked;
    }

    public void Begin()
    {
        if (State is ImportState.Importing or ImportState.Done) throw new RuleBroken("This file was imported already.");
        if (State != ImportState.Checked || !IsReadable) throw new RuleBroken("This file has not been checked yet.");
        if (Brings == 0) throw new RuleBroken("There is nothing to import: every row is here already, or was set aside.");
        State = ImportState.Importing;
    }

    public void Finish(DateTimeOffset now)
    {
        if (State != ImportState.Importing) throw new RuleBroken("This file is not being imported.");
        (State, DoneAt) = (ImportState.Done, now);
    }

    public void BeginUndo()
    {
        if (State is not (ImportState.Done or ImportState.Importing)) throw new RuleBroken("Only what was imported can be undone.");
        (State, DoneAt) = (ImportState.Undoing, DoneAt ?? At);
    }

    public void FinishUndo(int stayed, DateTimeOffset now)
    {
        if (State != ImportState.Undoing) throw new RuleBroken("This import is not being undone.");
        (State, Stayed, UndoneAt) = (ImportState.Undone, stayed, now);
    }

    /// <summary>Takes out who brought the file; that it came, and what it brought, stays.</summary>
    internal void ForgetWho() => (By, ByPerson) = ("a former colleague", null);
}
