using System.Text;

namespace Secretariat.Planning.Outcomes;

/// <summary>The plan's outcomes as plain text: a line a row, each beginning with its code.</summary>
public static class OutcomeTable
{
    private static readonly string[] Heads = ["", "Outcome", "Promised", "Delivered", "Due", "Late", "Forecast"];

    public static string Of(IEnumerable<OutcomeStanding> outcomes)
    {
        string[][] rows = [Heads, .. outcomes.Select(o => new[]
        {
            o.Code, o.Title, o.Measure.InWords, o.DeliveredInWords, $"{o.Progress.Due}", $"{o.Progress.Late}", o.Progress.Forecast.InWords
        })];
        var widths = Heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        return text.ToString();
    }
}
