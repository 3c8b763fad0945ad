using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Troubles
{
    [Fact]
    public async Task A_locked_database_makes_sending_wait_and_loses_nothing()
    {
        Assert.SkipWhen(TestDatabase.Postgres, "PostgreSQL has no lock on the whole database.");
        await using var server = new FakeMailServer();
        await using var network = await Begin(server, ";Default Timeout=1");
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Many(200));
        await using var other = new SqliteConnection(network.Connection + ";Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        var held = await LockAfter(server, 60, other, network);

        var drain = network.Drain();
        await held;
        var trouble = network.Services.GetRequiredService<SendingTrouble>();
        while (trouble.Sentences.Count == 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        trouble.Sentences.Single().ShouldStartWith("Another program holds the database");
        (await StandsStill(server)).ShouldBeLessThan(200, "nothing goes out that cannot be written down");
        trouble.Sentences.ShouldHaveSingleItem("it waits, it has not ended");
        await Execute(other, "ROLLBACK");
        await drain;

        (await network.Counts(batch)).ShouldBe("200 sent");
        server.Taken.Select(l => l.To).Distinct().Count().ShouldBe(server.Taken.Count);
        trouble.Sentences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_makes_sending_wait_and_loses_nothing()
    {
        Assert.SkipWhen(TestDatabase.Postgres, "SQLite has a way to fill a disk that is not full.");
        await using var server = new FakeMailServer();
        await using var network = await Begin(server, "");
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Many(300));
        var full = new FullDisk(network);
        var drain = network.Drain();
        var trouble = network.Services.GetRequiredService<SendingTrouble>();
        while (trouble.Sentences.Count == 0 && !drain.IsCompleted) await full.Fill();
        trouble.Sentences.Single().ShouldStartWith("The disk is full");
        await full.Fill();
        while (await StandsStill(server) < 300 && trouble.Sentences.Count == 0) await full.Fill();
        server.Taken.Count.ShouldBeLessThan(300, "nothing goes out that cannot be written down");
        trouble.Sentences.ShouldHaveSingleItem("it waits, it has not ended");
        while (!drain.IsCompleted) await full.Empty();
        await drain;

        (await network.Counts(batch)).ShouldBe("300 sent");
        server.Taken.Count.ShouldBe(300);
        server.Taken.Select(l => l.To).Distinct().Count().ShouldBe(300);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_written_is_set_aside_and_the_rest_goes_on()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, [.. Many(10), new Recipient(null, "nameless@a.example", new Dictionary<string, string>())]);

        await network.Drain();

        (await network.Counts(batch)).ShouldBe("1 failed, 10 sent");
        (await network.Letter(batch, "nameless@a.example")).Why.ShouldBe("This letter could not be written: there is nothing to put in the place of “name”.");
    }

    [Fact]
    public async Task A_reason_is_written_without_what_no_page_and_no_database_can_show()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send([.. Enumerable.Range(1, 30).Select(i => $"p{i}@a.example"), "poison@a.example"]);

        (await network.Counts(batch)).ShouldBe("1 failed, 30 sent");
        server.Taken.Count.ShouldBe(30);
        (await network.Letter(batch, "poison@a.example")).Why.ShouldBe("This letter could not be written: a word that PostgreSQL does not take.");
    }

    [Fact]
    public async Task A_reason_that_the_database_refuses_holds_up_nobody()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Db(db => db.Database.ExecuteSqlRawAsync(db.IsPostgres
            ? """ALTER TABLE delivery ADD CONSTRAINT picky CHECK ("Why" NOT LIKE '%PostgreSQL%')"""
            : """CREATE TRIGGER picky BEFORE UPDATE ON delivery WHEN NEW."Why" LIKE '%PostgreSQL%' BEGIN SELECT RAISE(ABORT, 'not that word'); END"""));

        var batch = await network.Send([.. Enumerable.Range(1, 30).Select(i => $"p{i}@a.example"), "poison@a.example"]);

        (await network.Counts(batch)).ShouldBe("1 failed, 30 sent");
        server.Taken.Count.ShouldBe(30);
        (await network.Letter(batch, "poison@a.example")).Why.ShouldBe("What the other side said could not be written down.");
    }

    [Fact]
    public async Task A_batch_that_nobody_can_write_waits_and_says_why()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(MailingExtensions.Plan(network, batch) with { Class = "unheard-of" }, Many(2), TheNetwork.Staff, default));

        await network.Drain();

        (await network.Counts(batch)).ShouldBe("2 deferred");
        (await network.Letter(batch, "p1@a.example")).Why.ShouldContain("nothing here writes letters of the class “unheard-of”");
        server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_not_there_gets_nothing_more()
    {
        await using var server = new FakeMailServer { With = to => to.StartsWith("gone") ? FakeMailServer.Deed.Refuse("550 5.1.1 No such user") : FakeMailServer.Deed.Take };
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Send("gone@a.example", "here@a.example");

        var second = await network.Send("gone@a.example", "here@a.example");

        (await network.Counts(second)).ShouldBe("1 sent, 1 suppressed");
        (await network.Letter(second, "gone@a.example")).Why.ShouldContain("550 5.1.1 No such user");
    }

    private static IEnumerable<Recipient> Many(int count) => Enumerable.Range(1, count).Select(i => MailingExtensions.To($"p{i}@a.example"));

    private static Task<TheNetwork> Begin(FakeMailServer server, string more) => TheNetwork.Begin(
        host: b => b.Services.AddSingleton<ILetterComposer, TestComposer>(), settings: s => server.Use(s) with { Database = s.Database + more });

    private static Task<Task> LockAfter(FakeMailServer server, int letters, SqliteConnection other, TheNetwork network)
    {
        var done = new TaskCompletionSource();
        var once = 0;
        server.BeforeAnswer = async () =>
        {
            if (server.Taken.Count < letters || Interlocked.Exchange(ref once, 1) != 0) return;
            await Execute(other, "PRAGMA busy_timeout=5000; BEGIN IMMEDIATE");
            done.SetResult();
        };
        return Task.FromResult<Task>(done.Task);
    }

    /// <summary>How many letters were taken once those that were under way when the trouble came have been answered.</summary>
    private static async Task<int> StandsStill(FakeMailServer server)
    {
        for (var before = -1; ;)
        {
            var taken = server.Taken.Count;
            if (taken == before) return taken;
            before = taken;
            await Task.Delay(400, TestContext.Current.CancellationToken);
        }
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>SQLite can be told that a file may not grow. Each connection is told for itself, so all of the pool are.</summary>
    private sealed class FullDisk(TheNetwork network)
    {
        public Task Fill() => Tell("PRAGMA max_page_count=1");

        public Task Empty() => Tell("PRAGMA max_page_count=1073741823");

        private async Task Tell(string pragma)
        {
            var all = new List<SqliteConnection>();
            for (var i = 0; i < 20; i++)
            {
                var connection = new SqliteConnection(network.Connection);
                await connection.OpenAsync();
                await Execute(connection, pragma);
                all.Add(connection);
            }
            foreach (var connection in all) await connection.DisposeAsync();
        }
    }
}
