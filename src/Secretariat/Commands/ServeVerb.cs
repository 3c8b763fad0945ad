using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Backups;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>serve [--migrate]</c>: the web application and its workers.</summary>
public static class ServeVerb
{
    public static Command Command()
    {
        var migrate = new Option<bool>("--migrate") { Description = "Bring the database up to date first." };
        var command = new Command("serve", "Serve the web application and run its workers (the default).") { migrate };
        command.SetAction((parse, ct) => Run(parse.GetValue(migrate), ct));
        return command;
    }

    public static Task<int> Run(bool migrate, CancellationToken ct) => Honestly.Run(async () =>
    {
        await using var app = Application.Build();
        Backup.RefuseUnfinished(app.Services.GetRequiredService<Settings>());
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (migrate) await db.Database.MigrateAsync(ct);
            else if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
                throw new RuleBroken("The database is not up to date. Run “migrate” first, or “serve --migrate”.");
        }
        if (app.Urls.Count == 0 && app.Configuration["urls"] is null) app.Urls.Add(app.Services.GetRequiredService<Settings>().Url.GetLeftPart(UriPartial.Authority));
        WarnOfMailbox(app.Services.GetRequiredService<Settings>(), app.Logger);
        await app.RunAsync(ct);
        return 0;
    });

    internal static void WarnOfMailbox(Settings settings, ILogger log)
    {
        if (settings.Mail.Smtp is null && !settings.Demo)
            log.LogWarning("Mail__Smtp is not set: no letter leaves. Every letter stays in the mailbox at /desk/mailbox, where administrators can read those that let somebody sign in");
    }
}
