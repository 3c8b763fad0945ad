using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Architecture;

/// <summary>The rules of docs/architecture.md that a machine can hold.</summary>
public sealed partial class Rules
{
    [Fact]
    public void A_floor_uses_only_earlier_floors()
    {
        var upward = House.Uses.Where(u => House.FloorOf(u.From) is { } from && House.FloorOf(u.To) is { } to && Array.IndexOf(House.Floors, to) > Array.IndexOf(House.Floors, from));

        upward.Select(u => $"{u.From} uses {u.To}").ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_speak_only_in_ids_dates_codes_and_text()
    {
        var wrong = House.Uses.Where(u => u.From.StartsWith("Secretariat.Platform.Contracts.", StringComparison.Ordinal)
            && House.FloorOf(u.To) is { } floor && floor != "Platform");

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_knows_no_database_no_web_no_clock_and_no_files()
    {
        string[] shut = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.TimeProvider", "System.IO.File", "System.IO.Directory", "System.Net.Http", "System.Diagnostics.Process"];
        var entities = DomainTypes().ToHashSet();

        entities.Count.ShouldBeGreaterThan(5);
        House.Uses.Where(u => entities.Contains(u.From) && shut.Any(s => u.To.StartsWith(s, StringComparison.Ordinal)))
            .Select(u => $"{u.From} uses {u.To}").ShouldBeEmpty();
    }

    // An entity and every value of the same folder that is not a page, a map, a letter or a verb with a database.
    private static IEnumerable<string> DomainTypes()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SqliteDb(options, new WriteGate(true), TimeProvider.System);
        foreach (var entity in db.Model.GetEntityTypes()) yield return entity.ClrType.FullName!;
        foreach (var verb in typeof(Application).Assembly.GetTypes().Where(t => t.Namespace?.EndsWith(".Rules", StringComparison.Ordinal) == true)) yield return verb.FullName!;
    }

    [Fact]
    public void Nothing_asks_the_machine_for_the_time_but_by_a_time_provider()
    {
        string[] clocks = ["System.DateTime::get_UtcNow", "System.DateTime::get_Now", "System.DateTime::get_Today", "System.DateTimeOffset::get_UtcNow", "System.DateTimeOffset::get_Now"];

        House.Uses.Where(u => clocks.Contains(u.To)).Select(u => $"{u.From} asks {u.To}").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_blocks_on_a_task()
    {
        string[] blocks = ["System.Threading.Tasks.Task`1::get_Result", "System.Threading.Tasks.Task::Wait", "System.Threading.Tasks.Task::WaitAll", "System.Threading.SemaphoreSlim::Wait"];

        House.Uses.Where(u => blocks.Contains(u.To)).Select(u => $"{u.From} calls {u.To}").ShouldBeEmpty();
    }

    [Fact]
    public void No_type_has_its_folders_name()
    {
        House.Types.Where(t => t.Split('.') is { Length: > 2 } path && path[^1] == path[^2] && t.StartsWith("Secretariat.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_data_folder_opens_a_transaction()
    {
        House.Uses.Where(u => u.To.EndsWith("::BeginTransactionAsync", StringComparison.Ordinal) || u.To.EndsWith("::BeginTransaction", StringComparison.Ordinal))
            // A backup reads one snapshot, and a restore fills an empty database nobody else uses yet: neither passes the gate.
            .Where(u => !u.From.StartsWith("Secretariat.Platform.Data.", StringComparison.Ordinal) && !u.From.StartsWith("Secretariat.Platform.Backups.", StringComparison.Ordinal))
            .Select(u => u.From).ShouldBeEmpty("writes go through Db.Write, which holds the gate");
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var root = Root();
        var long_ = new[] { "src", "tests", "bench" }.Where(f => Directory.Exists(Path.Combine(root, f)))
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".razor" && !Split(f).Any(s => s is "bin" or "obj" or "Migrations" or "lib"))
            .Select(f => (File: Path.GetRelativePath(root, f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 300);

        long_.ShouldBeEmpty();
    }

    [Fact]
    public void The_migrations_are_those_of_the_model()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);

        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("run ./migrations");
        postgres.Database.HasPendingModelChanges().ShouldBeFalse("run ./migrations");
    }

    private static string[] Split(string file) => file.Split(Path.DirectorySeparatorChar);

    [Fact]
    public void A_form_that_names_its_address_in_a_closed_room_asks_for_its_token()
    {
        // With an address of its own a form gets no token by itself, and what is sent is refused.
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => Split(f).Any(s => s is "Desk" or "My") && !Split(f).Any(s => s is "bin" or "obj"));
        var forms = pages.SelectMany(f => Form().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), m.Value))).ToList();

        forms.Count.ShouldBeGreaterThan(20);
        forms.Where(f => f.Value.Contains(" action=") && !f.Value.Contains("asp-antiforgery=\"true\"")).ShouldBeEmpty();
    }

    [Fact]
    public void A_part_of_a_page_has_a_model_with_names()
    {
        // A tuple's names are gone when the page is compiled: a field of it is called Item1.Title, and what is typed in it is lost.
        var pages = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cshtml", SearchOption.AllDirectories).Where(f => !Split(f).Any(s => s is "bin" or "obj")).ToList();

        pages.Count.ShouldBeGreaterThan(100);
        pages.Where(f => Tuple().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [GeneratedRegex(@"^@model\s+\(", RegexOptions.Multiline)]
    private static partial Regex Tuple();

    [GeneratedRegex("<form [^>]*method=\"post\"[^>]*>")]
    private static partial Regex Form();

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
