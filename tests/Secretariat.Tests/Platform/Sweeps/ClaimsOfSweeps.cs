using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Sweeps;

public sealed class ClaimsOfSweeps
{
    [Fact]
    public async Task A_process_that_lost_its_claim_does_not_free_that_of_its_successor()
    {
        await using var network = await With(services => Claim(services, "somebody else", TimeProvider.System.GetUtcNow().AddMinutes(5)));

        await network.MoveTo(network.Now.AddMinutes(1));

        (await Claim(network)).ClaimedBy.ShouldBe("somebody else");
    }

    [Fact]
    public async Task A_long_run_keeps_its_claim()
    {
        await using var network = await With(async services =>
        {
            var claims = services.GetRequiredService<Db>().Set<SweepClaim>().AsNoTracking().Where(c => c.Name == OneJob.Title).Select(c => c.ClaimedUntil);
            var first = await claims.SingleAsync();
            while (await claims.SingleAsync() == first) await Task.Delay(20, TestContext.Current.CancellationToken);
        });
        network.Services.GetRequiredService<SweepRunner>().Lease = TimeSpan.FromSeconds(1);

        await network.MoveTo(network.Now.AddMinutes(1));

        (await Claim(network)).ClaimedBy.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_dead_process_had_claimed_is_done_at_once()
    {
        var ran = false;
        await using var network = await With(_ => { ran = true; return Task.CompletedTask; });
        using var process = Process.Start("sleep", "60");
        var name = Claimer.NameOf(process);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Has(network, name);

        await network.MoveTo(network.Now.AddMinutes(1));

        ran.ShouldBeTrue();
    }

    [Fact]
    public async Task The_clock_does_not_wait_for_ever_for_a_process_that_lives_and_does_not_end()
    {
        await using var network = await With(_ => Task.CompletedTask);
        await Has(network, Claimer.NameOf(Process.GetCurrentProcess()));
        network.Services.GetRequiredService<SweepRunner>().Patience = TimeSpan.FromMilliseconds(200);

        (await Should.ThrowAsync<RuleBroken>(() => network.MoveTo(network.Now.AddMinutes(1)))).Message.ShouldContain($"another process has the sweep “{OneJob.Title}”");
    }

    private static Task Has(TheNetwork network, string by) => network.Db(db =>
    {
        db.Add(new SweepClaim { Name = OneJob.Title, ClaimedBy = by, ClaimedUntil = TimeProvider.System.GetUtcNow().AddDays(1) });
        return db.SaveUnaudited();
    });

    private static Task<TheNetwork> With(Func<IServiceProvider, Task> work) => TheNetwork.Begin(host: b => b.Services.AddSingleton<ISweep>(new OneJob(work)));

    private static Task<SweepClaim> Claim(TheNetwork network) => network.Db(db => db.Set<SweepClaim>().AsNoTracking().SingleAsync(c => c.Name == OneJob.Title));

    private static Task Claim(IServiceProvider services, string by, DateTimeOffset until)
    {
        var db = services.GetRequiredService<Db>();
        return db.Write(() => db.Set<SweepClaim>().Where(c => c.Name == OneJob.Title).ExecuteUpdateAsync(s => s.SetProperty(c => c.ClaimedBy, by).SetProperty(c => c.ClaimedUntil, until)));
    }

    /// <summary>Due once, from the start.</summary>
    private sealed class OneJob(Func<IServiceProvider, Task> work) : ISweep
    {
        public const string Title = "one-job";
        private bool _done;

        public string Name => Title;

        public Task<DateTimeOffset?> Next(Db db, CancellationToken ct) => Task.FromResult<DateTimeOffset?>(_done ? null : TheNetwork.Start);

        public async Task Run(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
        {
            await work(services);
            _done = true;
        }
    }
}
