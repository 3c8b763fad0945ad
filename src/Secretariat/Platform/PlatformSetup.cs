using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Backups;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Platform.Searching;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Watching;
using Secretariat.Platform.Web;

namespace Secretariat.Platform;

public static class PlatformSetup
{
    public static void AddPlatform(this WebApplicationBuilder builder, Settings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<NetworkClock>();
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<NetworkClock>());
        services.AddDatabase(settings.Database);
        services.AddSingleton(new AuditSeal(Path.Combine(settings.DataFolder, "audit-head.txt")));
        services.AddDataProtection().SetApplicationName("secretariat");
        services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((o, log) => o.XmlRepository = new SigningKeys(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")), log));
        services.AddSingleton<SweepRunner>();
        services.AddSingleton<Sites>();
        services.AddDeliveries();
        services.AddSearching();
        services.AddSingleton<FileStore>();
        services.AddSingleton<IWatchCommits>(s => s.GetRequiredService<Sites>());
        services.AddScoped<IPackPart, SitePack>();
        services.AddScoped<PackImport>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<ExportPerson>();
        services.AddScoped<HeldData>();
        services.AddScoped<IPersonalData, AccessPersonalData>();
        services.AddScoped<IPersonalData, LedgerPersonalData>();
        services.AddScoped<IDatabaseCopy>(s => DatabaseSetup.IsPostgres(settings.Database) ? new PostgresCopy(settings.Database, s.GetRequiredService<Db>()) : new SqliteCopy(settings.Database));
        services.AddScoped<Backup>();
        services.AddScoped<IAfterRestore, RestoredLetters>();
        services.AddScoped<IAfterRestore, RestoredSignIns>();
        services.AddAccess(settings);
        services.AddWeb(settings);
        builder.AddWatching();
        if (settings.Workers) services.AddHostedService<SweepService>();
    }

    public static void MapPlatform(this WebApplication app)
    {
        app.UseWeb();
        app.MapWatching();
    }
}
