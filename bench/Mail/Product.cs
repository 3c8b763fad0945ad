using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;

namespace Secretariat.Bench.Mail;

/// <summary>The program as it serves, without pages asked of it: its ledger, its audit, its workers.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Product(WebApplication app, string durability) => (_app, Durability) = (app, durability);

    public string Durability { get; }
    public int LetterBytes => BenchComposer.Bytes;
    public long MostMemory { get; private set; }

    public static async Task<Product> Begin(Options options, int sink)
    {
        var database = options.Database ?? $"Data Source={Path.Combine(options.Folder, "bench.db")}";
        IReadOnlyList<DkimKey> keys = options.Sign ? [DkimKey.FromPem("network.example", "bench", RSA.Create(2048).ExportPkcs8PrivateKeyPem())] : [];
        var app = Application.Build(
            s => s with
            {
                Database = database,
                DataFolder = options.Folder,
                Workers = false,
                Mail = s.Mail with
                {
                    Smtp = MailServer.TryParse($"smtp://127.0.0.1:{sink}?tls=none", ["smtp"]),
                    Connections = options.Connections,
                    Keys = keys,
                    From = "secretariat@network.example",
                    BounceDomain = "bounces.network.example",
                },
            },
            b =>
            {
                b.Logging.SetMinimumLevel(LogLevel.Warning);
                b.Services.AddSingleton<ILetterComposer, BenchComposer>();
                b.WebHost.UseUrls("http://127.0.0.1:0");
            });
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync();
        await app.StartAsync();
        return new Product(app, DatabaseSetup.IsPostgres(database) ? "PostgreSQL, its defaults" : "SQLite, WAL, synchronous=FULL");
    }

    /// <summary>Freezes an audience and sends to it; the time is that of sending, from the first claim to the batch that is done.</summary>
    public async Task<TimeSpan> Send(int letters)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var plan = new BatchPlan(Guid.CreateVersion7(), BenchComposer.Name, "A measurement", Priority.Outward, DateTimeOffset.UnixEpoch);
        var people = Enumerable.Range(0, letters).Select(i => new Recipient(null, $"person{i}@member{i % 38}.example", new Dictionary<string, string> { ["name"] = $"Person {i} of member {i % 38}" }));
        await scope.ServiceProvider.GetRequiredService<FreezeBatch>().Run(plan, people, Actor.Console, default);
        using var watching = new CancellationTokenSource();
        var watch = WatchMemory(watching.Token);
        var clock = Stopwatch.StartNew();
        await _app.Services.GetRequiredService<Postman>().Drain(default);
        var elapsed = clock.Elapsed;
        await watching.CancelAsync();
        await watch;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var sent = await db.Set<Delivery>().CountAsync(d => d.Batch == plan.Id && d.State == DeliveryState.Sent);
        var batch = await db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == plan.Id);
        return sent == letters && batch.State == BatchState.Done ? elapsed : throw new InvalidOperationException($"Only {sent} of {letters} were sent; the batch is {batch.State}.");
    }

    public long MemoryNow()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1024 / 1024;
    }

    private async Task WatchMemory(CancellationToken ct)
    {
        MostMemory = MemoryNow();
        while (!ct.IsCancellationRequested)
        {
            MostMemory = Math.Max(MostMemory, MemoryNow());
            await Task.Delay(250, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class BenchComposer : ILetterComposer
    {
        public const string Name = "bench";

        public static int Bytes => 30_000;

        public string Class => Name;

        public Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
        {
            var html = new StringBuilder("<p>Dear {{name}},</p>\n");
            while (html.Length < 27_000) html.Append("<p>Twelve apprentices from {{name}}’s area built a bridge of 38 metres this spring, with £430,721 of their own raising.</p>\n");
            var text = new StringBuilder("Dear {{name}},\n");
            while (text.Length < 2_500) text.Append("Twelve apprentices built a bridge of 38 metres this spring, and you may walk over it.\n");
            return Task.FromResult(new LetterTemplate("For {{name}}", html.ToString(), text.ToString(), ["name", "token"]) { List = "bench", Unsubscribe = "https://network.example/u/{{token}}" });
        }

        public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
        {
            holes["token"] = letter.Delivery.ToString("N");
            return ValueTask.CompletedTask;
        }
    }
}
