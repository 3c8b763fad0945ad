using System.Diagnostics;
using System.Globalization;
using Secretariat.Platform.Searching;

namespace Secretariat.Bench.Contacts;

/// <summary>1,000 questions: 60 % rare, 20 % common, 10 % two letters, 10 % misspelt, as the box on the desk asks them.</summary>
internal static class Searching
{
    private const int Queries = 1000, Each = 8;

    public static async Task Run(string folder, string? database, int people, int few)
    {
        var small = await Ask(folder, null, few);
        var large = await Ask(folder, database, people);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {people:N0} people p95 is {large / small:0.0} times that at {few:N0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"value {large:0.0} ms"));
    }

    private static async Task<double> Ask(string folder, string? database, int people)
    {
        var watch = Stopwatch.StartNew();
        await using var product = await Product.Begin(folder, database, people, index: true);
        Console.WriteLine($"{people:N0} people, {product.Durability}; filled and indexed in {watch.Elapsed.TotalSeconds:0} s; published ReadyToRun; {Environment.ProcessorCount} cores");
        var asked = Enumerable.Range(0, Queries).Select(i => Question(i, (int)((long)i * 7919 % people))).ToList();
        // Warm, as a program is that has served for a while.
        foreach (var (_, words) in asked.Take(200)) await Once(product, words);
        var times = new List<(string Kind, double Ms, int Found)>();
        foreach (var (kind, words) in asked)
        {
            var before = Stopwatch.GetTimestamp();
            var found = await Once(product, words);
            times.Add((kind, Stopwatch.GetElapsedTime(before).TotalMilliseconds, found));
        }
        foreach (var kind in times.GroupBy(t => t.Kind))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key,-12} {kind.Count(),4} queries: median {At(kind.Select(k => k.Ms), 0.5):0.0} ms, p95 {At(kind.Select(k => k.Ms), 0.95):0.0} ms; {kind.Count(k => k.Found > 0)} found something"));
        var plain = At(times.Where(t => t.Kind != "misspelt").Select(t => t.Ms), 0.95);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  all but misspelt: p95 {plain:0.0} ms"));
        return plain;
    }

    private static Task<int> Once(Product product, string words) => product.In(async s => (await s.GetRequiredService<Search>().Run(words, _ => true, null, Each, default)).Count);

    private static (string Kind, string Words) Question(int i, int n) => (i % 10) switch
    {
        < 4 => ("rare", $"{Names.First(n)} {Names.Own(n)}"),
        < 6 => ("rare", Names.Own(n)),
        < 8 => ("common", Names.First(n)),
        8 => ("two letters", Names.Last(n)[..2]),
        _ => ("misspelt", Wrong(Names.Last(n))),
    };

    // Two letters exchanged in its middle.
    private static string Wrong(string word) => word.Length < 5 ? word + "x" : $"{word[..3]}{word[4]}{word[3]}{word[5..]}";

    public static double At(IEnumerable<double> times, double part) => times.Order().ToList() is var sorted ? sorted[Math.Min((int)(sorted.Count * part), sorted.Count - 1)] : 0;
}
