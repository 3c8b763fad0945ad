using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Platform.Searching;

namespace Secretariat.Bench.Contacts;

/// <summary>The program with so many people in its database, each with a position at one of 300 members, and the index made by the program itself.</summary>
internal sealed class Product : IAsyncDisposable
{
    public const int Members = 300;
    private const int Chunk = 1000;
    private readonly WebApplication _app;

    private Product(WebApplication app, string durability) => (_app, Durability) = (app, durability);

    public string Durability { get; }

    public static async Task<Product> Begin(string folder, string? database, int people, bool index)
    {
        var at = database ?? $"Data Source={Path.Combine(folder, $"bench-{people}.db")}";
        var app = Application.Build(s => s with { Database = at, DataFolder = folder, Workers = false }, b =>
        {
            b.Logging.SetMinimumLevel(LogLevel.Error);
            b.WebHost.UseUrls("http://127.0.0.1:0");
        });
        var product = new Product(app, DatabaseSetup.IsPostgres(at) ? "PostgreSQL, its defaults" : "SQLite, WAL, synchronous=FULL");
        await product.In(async s => { await s.GetRequiredService<Db>().Database.MigrateAsync(); return 0; });
        await app.StartAsync();
        await product.In(s => Fill(s.GetRequiredService<Db>(), people));
        if (index) await product.In(s => s.GetRequiredService<BuildIndex>().Run(all: true, default));
        return product;
    }

    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    // As fast as the database takes rows, past the records: what is measured comes afterwards.
    private static async Task<int> Fill(Db db, int people)
    {
        var members = Enumerable.Range(0, Members).Select(m => new Organisation(Code(m), $"Member {Names.Last(m * 7)}", OrganisationKind.Member)).ToList();
        db.AddRange(members);
        db.Add(new Theme { Code = "skills", Name = "Skills" });
        await db.Save(Actor.Console, "Prepare a measurement");
        db.ChangeTracker.Clear();
        for (var from = 0; from < people; from += Chunk)
        {
            var (person, position) = (new StringBuilder(), new StringBuilder());
            for (var n = from; n < Math.Min(from + Chunk, people); n++)
            {
                var (id, name) = (Id(db, n, 1), Names.Of(n));
                var email = $"{Names.First(n)}.{Names.Own(n)}@{Code(n % Members)}.example".ToLowerInvariant();
                person.Append(person.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"('{id}','{name}','{name.Folded()}','{email}','{email}',FALSE,'{id}',1)");
                var themes = n % 9 == 0 ? db.IsPostgres ? "{{skills}}" : "[\"skills\"]" : db.IsPostgres ? "{{}}" : "[]";
                position.Append(position.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"('{Id(db, n, 2)}','{id}','{Id(db, members[n % Members].Id)}','Officer','','2016-01-01','{themes}','{(db.IsPostgres ? "{{}}" : "[]")}',1)");
            }
            await db.Write(async () =>
            {
                await db.Database.ExecuteSqlRawAsync($"INSERT INTO person (\"Id\",\"Name\",\"SortName\",\"Email\",\"EmailKey\",\"Invented\",\"Canonical\",\"Version\") VALUES {person}");
                return await db.Database.ExecuteSqlRawAsync($"INSERT INTO position (\"Id\",\"Person\",\"Organisation\",\"Kind\",\"Title\",\"From\",\"Themes\",\"ActsFor\",\"Version\") VALUES {position}");
            }, default);
        }
        return await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    public static string Code(int member) => $"M{member:000}";

    private static string Id(Db db, int n, int table) => Id(db, new Guid(n, (short)table, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));

    // As each database's provider writes it.
    private static string Id(Db db, Guid id) => db.IsPostgres ? id.ToString() : id.ToString().ToUpperInvariant();
}
