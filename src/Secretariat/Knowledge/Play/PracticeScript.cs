using Secretariat.Knowledge.Cases;
using Secretariat.Platform.Contracts;
using Secretariat.Publishing.Items;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Knowledge.Play;

/// <summary>One case of the sample year, as its file tells it.</summary>
public sealed class CaseScript(YamlMappingNode map)
{
    public int Line => map.Line();
    public DateOnly? Day => map.Date("day");

    /// <summary>By which uses and answers name it.</summary>
    public string Key => map.Text("key") ?? "";

    /// <summary>The officer who writes it; null for one that the team writes.</summary>
    public string? By => map.Text("by");

    public string? Member => map.Text("member");

    /// <summary>How many days later the team has looked it over.</summary>
    public int SharedAfter => map.Whole("shared_after") ?? 1;

    public bool Waits => map.Flag("waits");
    public bool IsPublic => map.Flag("public");

    public CaseDraft Draft(Guid? contact) => new(map.Text("title"), map.Text("problem"), map.Text("done"), map.Text("took"), map.Text("came"), map.Text("source"))
    {
        Themes = [.. map.Texts("themes")],
        Contact = contact,
        Circulation = IsPublic ? Circulation.Public : Circulation.Members,
    };

    public IEnumerable<(DateOnly Day, string Person, string How)> Uses => map.Maps("uses").Where(u => u.Date("day") is not null).Select(u => (u.Date("day")!.Value, u.Text("by") ?? "", u.Text("how") ?? ""));
}

/// <summary>One question of the sample year.</summary>
public sealed class QuestionScript(YamlMappingNode map)
{
    public int Line => map.Line();
    public DateOnly? Day => map.Date("day");
    public string By => map.Text("by") ?? "";
    public string Theme => map.Text("theme") ?? "";
    public string Subject => map.Text("subject") ?? "";
    public string Words => map.Text("words") ?? "";
    public DateOnly? Closed => map.Date("closed");
    public IEnumerable<(DateOnly Day, string By, string? Words, string? Case)> Answers => map.Maps("answers").Where(a => a.Date("day") is not null).Select(a => (a.Date("day")!.Value, a.Text("by") ?? "", a.Text("words"), a.Text("case")));
}
