using System.CommandLine;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>verify audit</c>: walks the chain and names the first entry that was changed or removed.</summary>
public static class VerifyVerb
{
    public static Command Command()
    {
        var audit = new Command("audit", "Walk the audit chain from its start.");
        audit.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            var report = await AuditCheck.Run(scope.ServiceProvider.GetRequiredService<Db>(), app.Services.GetRequiredService<AuditSeal>(), ct);
            Console.WriteLine(report);
            return report.Holds ? 0 : 1;
        }));
        return new Command("verify", "Check what must not have changed.") { audit };
    }
}
