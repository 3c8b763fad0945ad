using System.Collections;

namespace Secretariat.Platform.Contracts;

/// <summary>How much is held about somebody, in the words of their export.</summary>
public sealed class HeldData(IEnumerable<IPersonalData> features)
{
    /// <param name="records">All records of one person.</param>
    public async Task<IReadOnlyList<(string What, int Count)>> Run(IReadOnlyList<Guid> records, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in records)
            foreach (var feature in features)
                foreach (var (key, value) in await feature.Export(record, ct))
                    counts[key] = counts.GetValueOrDefault(key) + Count(value);
        return [.. counts.Where(c => c.Value > 0).Select(c => (Words(c.Key), c.Value))];
    }

    private static int Count(object? value) => value switch
    {
        null => 0,
        string text => text.Length > 0 ? 1 : 0,
        ICollection many => many.Count,
        _ => 1,
    };

    // "round_answers" is a name that programs read; people read "Round answers".
    private static string Words(string key) => key.Replace('_', ' ') is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : key;
}
