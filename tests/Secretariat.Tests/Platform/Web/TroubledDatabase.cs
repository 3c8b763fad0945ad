using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Web;

public sealed class TroubledDatabase
{
    [Fact]
    public async Task A_database_that_somebody_else_holds_is_said_so_and_nothing_is_lost()
    {
        Assert.SkipWhen(TestDatabase.Postgres, "PostgreSQL has no lock on the whole database.");
        await using var network = await TheNetwork.Begin(settings: s => s with { Database = $"{s.Database};Default Timeout=1" });
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection(network.Connection + ";Pooling=false"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();

            await Refused(network, "Another program holds the database");
        }
        await Goes(network);
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_nothing_is_half_saved()
    {
        Assert.SkipWhen(TestDatabase.Postgres, "There is no small disk to fill for PostgreSQL here.");
        await using var network = await TheNetwork.Begin();
        await Pragma(network, "PRAGMA max_page_count = 1");
        // The pages that the file has already take a few rows more.
        await Should.ThrowAsync<DbUpdateException>(async () =>
        {
            for (var i = 0; i < 1_000; i++)
                await network.Db(db =>
                {
                    db.Add(new SignInRequest { Browser = Guid.NewGuid().ToByteArray(), Address = Guid.NewGuid().ToByteArray(), AskedAt = TimeProvider.System.GetUtcNow(), ReturnTo = new string('x', 400) });
                    return db.SaveUnaudited();
                });
        });
        await Refused(network, "disk is full");
        await Pragma(network, "PRAGMA max_page_count = 1000000");
        await Goes(network);
    }

    [Fact]
    public async Task A_database_that_is_away_is_said_so_and_comes_back_by_itself()
    {
        Assert.SkipUnless(TestDatabase.Postgres, "SQLite is a file of this machine.");
        await using var network = await TheNetwork.Begin();
        var name = new NpgsqlConnectionStringBuilder(network.Connection).Database;
        await Server($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await Server($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        NpgsqlConnection.ClearPool(new NpgsqlConnection(network.Connection));

        await Refused(network, "cannot be reached");
        (await network.Client().GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        await Server($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        await Goes(network);
    }

    private static async Task Refused(TheNetwork network, string sentence)
    {
        var page = await network.Client().PostAsync("/sign-in", Asking());
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        html.ShouldContain(sentence);
        // Where even the site's name cannot be read, going back in the browser is what keeps it.
        if (!TestDatabase.Postgres) html.ShouldContain("ada@network.example");
        page.Headers.GetValues("Content-Security-Policy").ShouldNotBeEmpty();
    }

    private static async Task Goes(TheNetwork network)
    {
        (await network.Client().PostAsync("/sign-in", Asking())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = SignInRequest.Hash("ada@network.example");
        (await network.Db(db => db.Set<SignInRequest>().CountAsync(r => r.Address == address))).ShouldBe(1);
    }

    private static FormUrlEncodedContent Asking() => new([new("Input.Email", "ada@network.example"), new("To", "/" + new string('x', 450))]);

    private static Task Pragma(TheNetwork network, string sql) => network.Db(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task Server(string sql)
    {
        await using var connection = new NpgsqlConnection((await PostgresServer.Instance).Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
