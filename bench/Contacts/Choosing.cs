using System.Diagnostics;
using System.Globalization;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Bench.Contacts;

/// <summary>An audience of five conditions: a theme, a position in a member as an officer, a kind of organisation, and neither of two members. Counted, and frozen into the ledger.</summary>
internal static class Choosing
{
    private static readonly DateOnly Day = new(2017, 10, 16);

    public static async Task Run(string folder, string? database, int people, int rounds)
    {
        await using var product = await Product.Begin(folder, database, people, index: false);
        Audience audience = new("bench", "A measurement",
            new(LineKind.AnyOf, "theme", "skills"), new(LineKind.Also, "position-in-member", "officer"), new(LineKind.Also, "organisation-kind", "member"), new(LineKind.Never, "organisation", Product.Code(0)), new(LineKind.Never, "organisation", Product.Code(9)));
        Console.WriteLine($"{people:N0} people, {product.Durability}; published ReadyToRun; {Environment.ProcessorCount} cores: {audience.Conditions.Replace("\n", " ", StringComparison.Ordinal)}");
        var (counts, freezes) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var (counted, counting) = await Timed(() => product.In(async s => (await s.GetRequiredService<AudienceSize>().On(audience, Day, default)).Sum(c => c.People)));
            var ((read, frozen), freezing) = await Timed(() => product.In(s => Freeze(s, audience)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round == 0 ? "cold" : $"round {round}")}: {counted:N0} counted in {counting:0} ms; {frozen:N0} frozen in {freezing / 1000:0.0} s, of which {read / 1000:0.0} s reading who they are"));
            if (round == 0) continue;
            counts.Add(counting);
            freezes.Add(freezing / 1000);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"count {Searching.At(counts, 0.5):0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"value {Searching.At(freezes, 0.5):0.0} s"));
    }

    private static async Task<(double Read, int Frozen)> Freeze(IServiceProvider services, Audience audience)
    {
        var before = Stopwatch.GetTimestamp();
        var chosen = (await services.GetRequiredService<ReadAudience>().On(audience, Day, "bench", default)).Where(c => c.Gets).ToList();
        var read = Stopwatch.GetElapsedTime(before).TotalMilliseconds;
        var plan = new BatchPlan(Guid.CreateVersion7(), "bench", "A measurement", Priority.Outward, DateTimeOffset.UnixEpoch);
        return (read, (await services.GetRequiredService<FreezeBatch>().Run(plan, chosen.Select(c => new Recipient(c.Person, c.Address)), Actor.Console, default)).Queued);
    }

    private static async Task<(T Result, double Ms)> Timed<T>(Func<Task<T>> work)
    {
        var before = Stopwatch.GetTimestamp();
        return (await work(), Stopwatch.GetElapsedTime(before).TotalMilliseconds);
    }
}
