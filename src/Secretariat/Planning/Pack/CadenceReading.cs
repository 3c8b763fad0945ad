using System.Globalization;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Planning.Pack;

/// <summary>A cadence as it is written in YAML: <c>{every: fortnight, weekday: tuesday, except: [8, 12]}</c>.</summary>
internal static class CadenceReading
{
    public static Cadence Read(YamlMappingNode? node)
    {
        if (node is null) return Cadence.None;
        return new Cadence
        {
            Every = Cadence.EveryOf(node.Text("every") ?? "none") ?? throw new RuleBroken($"“{node.Text("every")}” is no rhythm; it is week, fortnight, month, two-months, quarter, half-year, year or none"),
            Months = [.. Numbers(node, "months")],
            Except = [.. Numbers(node, "except")],
            Weekday = Weekday(node.Text("weekday")),
            At = [.. node.Maps("at").Select(PlaceOf)],
            TiedTo = node.Text("tied_to"),
            DaysBefore = node.Whole("days_before") ?? 0,
        };
    }

    private static Placement PlaceOf(YamlMappingNode node) => new(
        node.Whole("month") ?? throw new RuleBroken("a place in the year needs a month"),
        node.Whole("day"), node.Text("week") == "last" ? -1 : node.Whole("week"), Weekday(node.Text("weekday")));

    private static IEnumerable<int> Numbers(YamlMappingNode node, string key) =>
        node.Texts(key).Select(text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var month) ? month : throw new RuleBroken($"“{text}” is no month; months are 1 to 12"));

    private static DayOfWeek? Weekday(string? name) =>
        name is null ? null
        : Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) && day is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !char.IsDigit(name[0]) ? day
        : throw new RuleBroken($"“{name}” is no working day of the week");
}
