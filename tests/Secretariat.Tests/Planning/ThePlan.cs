using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning;

/// <summary>A network with the plan of the three chambers, and what its features say was done.</summary>
internal static class ThePlan
{
    /// <summary>Monday 3 December 2018, 09:00: two of ten bulletins should have gone, the third is due on the 13th of December.</summary>
    public static readonly DateTimeOffset Now = new(2018, 12, 3, 9, 0, 0, TimeSpan.Zero);

    public static async Task<TheNetwork> Begin(params Evidence[] done)
    {
        var network = await TheNetwork.Begin("testpacks/three", host => host.Services.AddSingleton<IEvidence>(new Seen(done)));
        network.Clock.StopAt(Now);
        return network;
    }

    public static Task<Guid> Outcome(this TheNetwork network, string code) => network.Db(db => db.Set<Outcome>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync());

    private sealed class Seen(Evidence[] done) : IEvidence
    {
        public IReadOnlyCollection<string> Codes => [.. done.Select(e => e.Code).Distinct()];

        public Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Evidence>>([.. done.Where(e => e.Date >= first && e.Date <= last)]);
    }
}
