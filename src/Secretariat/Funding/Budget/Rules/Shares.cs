using Secretariat.Platform.Data;

namespace Secretariat.Funding.Budget.Rules;

/// <summary>Divides an amount so that the parts come to it, to the penny: what is left over goes one penny each to the largest remainders.</summary>
public static class Shares
{
    public static IReadOnlyList<Money> Equal(Money total, int parts) => Of(total, [.. Enumerable.Repeat(1L, parts)]);

    /// <param name="weights">None below nothing, and together more than nothing.</param>
    public static IReadOnlyList<Money> Of(Money total, IReadOnlyList<long> weights)
    {
        if (total.Pence < 0) throw new RuleBroken("Only an amount that is not below nothing is divided.");
        if (weights.Any(w => w < 0) || weights.All(w => w == 0)) throw new RuleBroken("There is nobody to divide it among.");
        // Wider than a long: an amount times a weight may not fit.
        Int128 all = 0;
        foreach (var weight in weights) all += weight;
        var parts = weights.Select(w => (Int128)total.Pence * w).ToList();
        var pence = parts.ConvertAll(p => (long)(p / all));
        var over = total.Pence - pence.Sum();
        foreach (var at in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] % all).ThenBy(i => i).Take((int)over)) pence[at]++;
        return [.. pence.Select(p => new Money(p))];
    }
}
