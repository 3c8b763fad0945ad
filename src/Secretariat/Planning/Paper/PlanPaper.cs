using System.Text;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Paper;

public sealed record PaperPillar(string Name, IReadOnlyList<PaperRow> Rows);

public sealed record PaperRow(string Code, string Title, string Description, string Promise);

public sealed record PaperCost(string Heading, IReadOnlyList<PaperLine> Lines)
{
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

public sealed record PaperLine(string Name, Money Amount, bool Invented);

public sealed record PaperStep(string Title, DateOnly Date);

/// <summary>
/// The plan as a paper. One plan, two renderings: the members' paper with what it costs, line by line, and the web version with
/// the total only. The text that goes round is made from the same values.
/// </summary>
public sealed record PlanPaper(string Title, PlanYear Year, IReadOnlyList<PaperPillar> Pillars, IReadOnlyList<PaperCost> Costs, IReadOnlyList<PaperStep> Road)
{
    public Money Total => Costs.Aggregate(Money.Zero, (sum, cost) => sum + cost.Total);

    public string Opening => $"What the network does from {Year.First.Plain()} to {Year.Last.Plain()}, what it costs, and how it comes to be agreed.";

    /// <summary>For the web: what was put to members as a text to agree, under another name, is left out.</summary>
    public PlanPaper WithoutStatements(IReadOnlyList<PutToMembers.Known> known)
    {
        string Line(string words) => PutToMembers.InLine(words, known) is null ? words : "";
        return this with
        {
            Pillars = [.. Pillars.Select(p => new PaperPillar(Line(p.Name), [.. p.Rows.Select(r => new PaperRow(r.Code, Line(r.Title), PutToMembers.InPlain(r.Description, known) is null ? r.Description : "", Line(r.Promise)))]))],
            Costs = [.. Costs.Select(c => new PaperCost(Line(c.Heading), [.. c.Lines.Select(l => l with { Name = Line(l.Name) })]))],
            Road = [.. Road.Select(s => s with { Title = Line(s.Title) })],
        };
    }

    /// <summary>The members' paper in the small subset of stored text: this is what is hashed, sent round and answered to.</summary>
    public string Markdown()
    {
        var text = new StringBuilder().Append(Opening).Append("\n\n");
        foreach (var pillar in Pillars)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"**{Plainly(pillar.Name)}**\n\n");
            foreach (var row in pillar.Rows) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {Plainly(row.Code)} **{Plainly(row.Title)}**: {Plainly(row.Promise)}. {Plainly(row.Description)}\n");
            text.Append('\n');
        }
        if (Costs.Count > 0)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"**What it costs: {Total}**\n\n");
            foreach (var cost in Costs)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {Plainly(cost.Heading)}: {cost.Total}\n");
                foreach (var line in cost.Lines) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    - {Plainly(line.Name)}: {line.Amount}\n");
            }
            text.Append('\n');
        }
        if (Road.Count > 0)
        {
            text.Append("**How it comes to be agreed**\n\n");
            foreach (var step in Road) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"- {Plainly(step.Title)}: {step.Date.Plain()}\n");
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>What stands in the plan is words: a star in a title makes nothing bold, and a line break ends no list.</summary>
    private static string Plainly(string words)
    {
        var text = new StringBuilder();
        foreach (var c in string.Join(' ', words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).Replace("{{", "{ {"))
        {
            if (c is '*' or '_' or '[' or ']' or '`' or '<' or '\\' or '!' or '&') text.Append('\\');
            text.Append(c);
        }
        return text.ToString();
    }
}
