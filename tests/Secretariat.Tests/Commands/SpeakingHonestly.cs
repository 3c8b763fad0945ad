using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Commands;

public sealed class SpeakingHonestly
{
    [Fact]
    public async Task A_verb_on_a_database_that_was_never_set_up_says_what_to_run_first()
    {
        await using var network = await TheNetwork.Begin();
        await network.Db(db => db.Database.ExecuteSqlRawAsync("DROP TABLE audit_entry"));

        var (code, said) = await Said(() => network.Db(async db => await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM audit_entry")));

        code.ShouldBe(1);
        said.ShouldBe("The database is not set up yet. Run “migrate” first.");
    }

    [Fact]
    public async Task A_database_server_that_is_not_there_is_named_and_shows_no_stack()
    {
        var (code, said) = await Said(async () =>
        {
            await using var connection = new Npgsql.NpgsqlConnection("Host=127.0.0.1;Port=1;Database=nothing");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return 0;
        });

        code.ShouldBe(1);
        said.ShouldBe("The database server cannot be reached. Start it, or correct ConnectionStrings__Database.");
    }

    [Fact]
    public async Task A_surprise_keeps_its_stack() =>
        await Should.ThrowAsync<InvalidOperationException>(() => Honestly.Run(() => throw new InvalidOperationException("A surprise."), TextWriter.Null));

    private static async Task<(int Code, string Said)> Said(Func<Task<int>> verb)
    {
        await using var said = new StringWriter();
        return (await Honestly.Run(verb, said), said.ToString().Trim());
    }
}
