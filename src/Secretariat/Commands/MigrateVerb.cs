using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>migrate</c>: brings the database up to date.</summary>
public static class MigrateVerb
{
    public static Command Command()
    {
        var command = new Command("migrate", "Bring the database up to date.");
        command.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            await db.Database.MigrateAsync(ct);
            Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", pending)}.");
            return 0;
        }));
        return command;
    }
}
