using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Leases
{
    [Fact]
    public async Task A_clock_moved_by_30_days_during_a_send_changes_nothing()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var moves = 0;
        server.BeforeAnswer = () =>
        {
            if (server.Taken.Count > 50 && Interlocked.Exchange(ref moves, 1) == 0) network.Clock.StopAt(TheNetwork.Start.AddDays(30));
            return Task.CompletedTask;
        };
        server.With = to => to == "later@a.example" ? FakeMailServer.Deed.Refuse("450 4.2.0 Later") : FakeMailServer.Deed.Take;

        var batch = await network.Send([.. Enumerable.Range(1, 200).Select(i => $"p{i}@a.example"), "later@a.example"]);
        await network.Services.GetRequiredService<Postman>().Drain(TestContext.Current.CancellationToken);

        moves.ShouldBe(1);
        (await network.Counts(batch)).ShouldBe("1 deferred, 200 sent", "the retry waits by the machine's clock");
        server.Taken.Select(l => l.To).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task What_a_dead_worker_held_is_freed_or_said_to_be_unknown()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Enumerable.Range(1, 20).Select(i => MailingExtensions.To($"p{i}@a.example")));
        var dead = new Worker { Place = "another machine", Process = 1, StartedAt = TimeProvider.System.GetUtcNow(), Heartbeat = TimeProvider.System.GetUtcNow().AddMinutes(-10) };
        var held = await Hold(network, dead, 5);
        await Begin(network, held[0]);
        await Begin(network, held[1]);

        await network.Drain();

        (await network.Counts(batch)).ShouldBe("18 sent, 2 unknown");
        (await network.Letter(batch, held[0].Address)).Why.ShouldBe(Sentences.WorkerLost);
        (await network.Db(db => db.Set<Attempt>().CountAsync(a => a.State == DeliveryState.Unknown))).ShouldBe(2);
    }

    [Fact]
    public async Task A_living_worker_keeps_what_it_holds()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Enumerable.Range(1, 20).Select(i => MailingExtensions.To($"p{i}@a.example")));
        await Hold(network, new Worker { Place = "another machine", Process = 1, StartedAt = TimeProvider.System.GetUtcNow(), Heartbeat = TimeProvider.System.GetUtcNow() }, 5);

        await network.Drain();

        (await network.Counts(batch)).ShouldBe("5 claimed, 15 sent");
    }

    [Fact]
    public async Task A_worker_that_was_given_up_for_dead_cannot_send_what_it_lost()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, MailingExtensions.To("p@a.example"));
        var stalled = (await Hold(network, new Worker { Place = "another machine", Process = 1, StartedAt = TimeProvider.System.GetUtcNow(), Heartbeat = TimeProvider.System.GetUtcNow().AddMinutes(-10) }, 1)).Single();
        await network.Drain();
        (await network.Counts(batch)).ShouldBe("1 sent");

        (await Begin(network, stalled)).ShouldBeFalse();
        (await network.Letter(batch, "p@a.example")).State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task Account_letters_overtake_a_long_run()
    {
        await using var server = new FakeMailServer { BeforeAnswer = () => Task.Delay(5) };
        await using var network = await TheNetwork.Begin(
            host: b => b.Services.AddSingleton<Secretariat.Platform.Contracts.ILetterComposer, TestComposer>(), settings: s => server.Use(s) with { Workers = true });
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Enumerable.Range(1, 2_000).Select(i => MailingExtensions.To($"p{i}@a.example")));
        while (server.Taken.IsEmpty) await Task.Delay(10, TestContext.Current.CancellationToken);

        await network.Db(db => Letters.Post(db, network.Clock, new OneLetter(NoticeComposer.ClassName, "Sign in", "me@a.example")
        {
            Priority = Priority.Account,
            Words = new LetterWords("Your link", "<p>Here</p>", "Here"),
        }, default));
        while (server.Taken.All(l => l.To != "me@a.example")) await Task.Delay(10, TestContext.Current.CancellationToken);

        (await network.Counts(batch)).ShouldContain("queued");
    }

    // Claims as another process would.
    private static Task<IReadOnlyList<Delivery>> Hold(TheNetwork network, Worker worker, int count) => network.Db(async db =>
    {
        db.Add(worker);
        await db.SaveUnaudited();
        return (await Claims.Run(db, worker.Id, new LaneOf("mail", Priority.Account, Priority.Outward), count, network.Now, TimeProvider.System.GetUtcNow(), default)).Letters;
    });

    private static Task<bool> Begin(TheNetwork network, Delivery delivery) => network.Db(db => db.Write(async () =>
        (await LedgerWrites.Write(db, [new Move(delivery, DeliveryState.Sending, "", network.Now)], default)).Contains(delivery.Id)));
}
