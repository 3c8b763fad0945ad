using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Committing
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_moves_of_one_letter_are_written_one_after_the_other()
    {
        await using var network = await TheNetwork.Begin();
        var (batch, letters) = await Claimed(network, 5);
        var committer = new Committer(network.Services.GetRequiredService<IServiceScopeFactory>(), new SendingTrouble(), NullLogger.Instance);
        // All of them wait when the first commit begins, as after a database that was locked.
        var written = letters.Select(l => committer.Write(new Move(l, DeliveryState.Sending, "", network.Now)))
            .Concat(letters.Select(l => committer.Write(new Move(l, DeliveryState.Sent, "Taken", network.Now) { Outcome = Outcome.Sent("Taken") }))).ToList();
        committer.Finish();

        await committer.Run(Ct);

        (await Task.WhenAll(written)).ShouldAllBe(w => w);
        (await network.Counts(batch)).ShouldBe("5 sent");
        (await network.Db(db => db.Set<Delivery>().Where(d => d.Batch == batch).Select(d => d.Attempts).Distinct().SingleAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_never_says_that_it_is_being_sent()
    {
        await using var network = await TheNetwork.Begin(host: b => b.Services.AddSingleton<ILetterComposer, TestComposer>());
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, new Recipient(null, "nameless@a.example", new Dictionary<string, string>()));

        await network.Drain();

        var letter = await network.Letter(batch, "nameless@a.example");
        (letter.State, letter.Attempts).ShouldBe((DeliveryState.Failed, 0));
    }

    [Theory]
    [InlineData(true, "1 unknown")]
    [InlineData(false, "1 deferred")]
    public async Task A_fault_after_the_letter_was_begun_is_unknown_and_before_it_is_tried_again(bool begins, string counts)
    {
        await using var network = await TheNetwork.Begin(host: b => b.Services.AddSingleton<ITransport>(new Breaking(begins)));
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(
            MailingExtensions.Plan(network, batch) with { Transport = Breaking.TheName }, [MailingExtensions.To("p@a.example")], TheNetwork.Staff, Ct));

        await network.Drain();

        (await network.Counts(batch)).ShouldBe(counts);
    }

    [Fact]
    public async Task What_is_written_without_its_words_also_waits_for_a_database_that_is_locked()
    {
        await using var network = await TheNetwork.Begin();
        var (batch, letters) = await Claimed(network, 1);
        var refused = new InvalidOperationException("This row will not do.");
        var scopes = new FailingScopes(network.Services.GetRequiredService<IServiceScopeFactory>(), null, refused, refused, refused, new SqliteException("database is locked", 5));
        var committer = new Committer(scopes, new SendingTrouble(), NullLogger.Instance);
        var begun = committer.Write(new Move(letters[0], DeliveryState.Sending, "", network.Now));
        var running = committer.Run(Ct);
        (await begun).ShouldBeTrue();

        var written = committer.Write(new Move(letters[0], DeliveryState.Sent, "Taken", network.Now) { Outcome = Outcome.Sent("Taken") });
        committer.Finish();
        await running;

        (await written).ShouldBeTrue();
        var letter = await network.Letter(batch, letters[0].Address);
        (letter.State, letter.Why).ShouldBe((DeliveryState.Sent, "What the other side said could not be written down."));
    }

    private static async Task<(Guid Batch, IReadOnlyList<Delivery> Letters)> Claimed(TheNetwork network, int count)
    {
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Enumerable.Range(1, count).Select(i => MailingExtensions.To($"p{i}@a.example")));
        var letters = await network.Db(db => Claims.Run(
            db, Guid.CreateVersion7(), new LaneOf("mail", Priority.Account, Priority.Outward), count, network.Now, TimeProvider.System.GetUtcNow(), Ct));
        return (batch, letters.Letters);
    }

    /// <summary>Meets each fault once, in order, before it works; null is a try that works.</summary>
    private sealed class FailingScopes(IServiceScopeFactory real, params Exception?[] faults) : IServiceScopeFactory
    {
        private int _at;

        public IServiceScope CreateScope() => _at < faults.Length && faults[_at++] is { } fault ? throw fault : real.CreateScope();
    }

    private sealed class Breaking(bool begins) : ITransport, ITransportSession
    {
        public const string TheName = "breaking";

        public string Name => TheName;
        public int Connections => 1;
        public bool Usable => true;

        public Task<ITransportSession> Open(CancellationToken ct) => Task.FromResult<ITransportSession>(this);

        public Task<Outcome> Send(Delivery delivery, Func<Task<bool>> sending, CancellationToken ct)
        {
            if (begins) _ = sending();
            throw new InvalidOperationException("it broke");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
