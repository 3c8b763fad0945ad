using System.Net.Http.Headers;
using Microsoft.AspNetCore.TestHost;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Tests.Given;

/// <summary>The whole program on a database and folder of its own, with a stopped clock that the test moves.</summary>
public sealed class TheNetwork : IAsyncDisposable
{
    /// <summary>Monday 16 October 2017, 09:00 in London.</summary>
    public static readonly DateTimeOffset Start = new(2017, 10, 16, 8, 0, 0, TimeSpan.Zero);

    public static readonly Actor Staff = new(null, "a member of staff");

    private readonly WebApplication _app;
    private readonly string _connection;

    private TheNetwork(WebApplication app, string folder, string connection) => (_app, Folder, _connection) = (app, folder, connection);

    public string Folder { get; }
    public IServiceProvider Services => _app.Services;
    public NetworkClock Clock => Services.GetRequiredService<NetworkClock>();
    public DateTimeOffset Now => Clock.GetUtcNow();
    public string Connection => _connection;

    /// <param name="pack">Folder of a data pack beside the tests, such as "testpacks/three"; null for an empty network.</param>
    public static async Task<TheNetwork> Begin(string? pack = null, Action<WebApplicationBuilder>? host = null, Func<Settings, Settings>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("secretariat-test-").FullName;
        var connection = await TestDatabase.Create(folder);
        var app = Application.Build(
            s =>
            {
                var changed = s with { Database = connection, DataFolder = folder, Workers = false };
                return settings?.Invoke(changed) ?? changed;
            },
            b =>
            {
                b.WebHost.UseTestServer();
                b.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft", LogLevel.Error);
                host?.Invoke(b);
            });
        var network = new TheNetwork(app, folder, connection);
        network.Clock.StopAt(Start);
        await app.StartAsync();
        if (pack is not null) (await network.Import(pack)).Faults.ShouldBeEmpty();
        return network;
    }

    public Task<PackReport> Import(string pack) =>
        In(s => s.GetRequiredService<PackImport>().Run(Path.IsPathRooted(pack) ? pack : Path.Combine(AppContext.BaseDirectory, pack)));

    /// <summary>Does something in a scope of its own, as a request would.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async Task In(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public Task<T> Db<T>(Func<Db, Task<T>> work) => In(s => work(s.GetRequiredService<Db>()));

    public Task Db(Func<Db, Task> work) => In(s => work(s.GetRequiredService<Db>()));

    /// <summary>Adds records and saves them as staff.</summary>
    public Task Has(params Secretariat.Platform.Data.Record[] records) => Db(async db =>
    {
        db.AddRange(records);
        await db.Save(Staff, "Prepare a test");
    });

    /// <summary>Moves the network's clock, running all that falls due on the way.</summary>
    public Task MoveTo(DateTimeOffset moment) => Services.GetRequiredService<SweepRunner>().RunDue(moment, TestContext.Current.CancellationToken);

    /// <summary>A browser without script: keeps cookies, does not follow redirects by itself.</summary>
    public HttpClient Client()
    {
        var server = _app.GetTestServer();
        server.BaseAddress = new Uri("http://localhost/");
        return new HttpClient(new Browser(server.CreateHandler())) { BaseAddress = server.BaseAddress, DefaultRequestHeaders = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (!TestDatabase.Postgres) Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new Microsoft.Data.Sqlite.SqliteConnection(_connection));
        await TestDatabase.Drop(_connection);
        Directory.Delete(Folder, recursive: true);
    }
}
