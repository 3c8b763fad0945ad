using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Killing
{
    private const int Letters = 10_000, Connections = 8, Kills = 5;

    [Fact]
    public async Task A_process_killed_again_and_again_loses_nothing_and_sends_nothing_twice()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(
            new BatchPlan(batch, NoticeComposer.ClassName, "A long run", Priority.Outward, DateTimeOffset.UnixEpoch) { Content = JsonSerializer.Serialize(new LetterWords("News", "<p>News</p>", "News")) },
            Enumerable.Range(1, Letters).Select(i => new Recipient(null, $"p{i}@m{i % 38}.example")), TheNetwork.Staff, ct));
        var chance = new Random();

        for (var kill = 1; kill <= Kills; kill++)
        {
            using var doomed = Serve(network, server);
            var moment = server.Taken.Count + chance.Next(50, Letters / (Kills + 1));
            await Until(() => Task.FromResult(server.Taken.Count >= moment || doomed.HasExited), ct);
            doomed.HasExited.ShouldBeFalse();
            doomed.Kill();
            await doomed.WaitForExitAsync(ct);
            TestContext.Current.SendDiagnosticMessage($"killed after {server.Taken.Count} letters");
        }
        using var last = Serve(network, server);
        await Until(async () => last.HasExited || (await network.Batch(batch)).State == BatchState.Done, ct);
        last.HasExited.ShouldBeFalse();
        last.Kill();
        await last.WaitForExitAsync(ct);

        var letters = await network.Db(db => db.Set<Delivery>().AsNoTracking().Where(d => d.Batch == batch).ToListAsync(ct));
        var taken = server.Taken.Select(l => l.To).ToList();
        letters.Count.ShouldBe(Letters);
        taken.GroupBy(to => to).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty("none twice");
        letters.Where(l => l.State is not (DeliveryState.Sent or DeliveryState.Unknown)).ShouldBeEmpty("none left over");
        letters.Where(l => l.State == DeliveryState.Sent).Select(l => l.Address).Except(taken).ShouldBeEmpty("what is said to be sent was taken");
        taken.Except(letters.Select(l => l.Address)).ShouldBeEmpty();
        letters.Count(l => l.State == DeliveryState.Unknown).ShouldBeLessThanOrEqualTo(Kills * Connections);
        letters.Where(l => l.State == DeliveryState.Unknown).ShouldAllBe(l => l.Why == Sentences.WorkerLost);
    }

    private static Process Serve(TheNetwork network, FakeMailServer server) =>
        TheProgram.Serve(network, ("Mail__Smtp", $"smtp://127.0.0.1:{server.Port}?tls=none"), ("Mail__Connections", $"{Connections}"));

    private static async Task Until(Func<Task<bool>> done, CancellationToken ct)
    {
        while (!await done()) await Task.Delay(20, ct);
    }
}
