using Secretariat.Platform;
using Secretariat.Platform.Web;

namespace Secretariat;

/// <summary>Builds the program for a verb: the same house whether it serves, plays, imports or is tested.</summary>
public static class Application
{
    /// <param name="change">Last word on the settings, for verbs and tests.</param>
    /// <param name="host">Last word on the host, for tests.</param>
    public static WebApplication Build(Func<Settings, Settings>? change = null, Action<WebApplicationBuilder>? host = null, bool demo = false)
    {
        // Settings are read once at the start; watching their files would cost a handle of the system's few for each host.
        // The working folder may be anywhere (dotnet run changes it): views, wwwroot and packs lie beside the binary or in the project.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = ContentRoot(), ApplicationName = typeof(Application).Assembly.GetName().Name });
        builder.Environment.WebRootFileProvider = new SettledFiles(builder.Environment.WebRootFileProvider);
        var settings = Settings.From(builder.Configuration, demo);
        settings = change?.Invoke(settings) ?? settings;
        // An address that is made of the request's Host must be ours: by Site__Url, from this machine, or as AllowedHosts says.
        if (string.IsNullOrEmpty(builder.Configuration["AllowedHosts"])) builder.Configuration["AllowedHosts"] = $"{settings.Url.Host};localhost;127.0.0.1;[::1]";
        // Chatty parts say only what went wrong; appsettings or the environment can ask for more (Logging__LogLevel__…).
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.Hosting.Lifetime", settings.Demo ? LogLevel.Warning : LogLevel.Information);
        builder.AddFloors(settings);
        host?.Invoke(builder);
        var app = builder.Build();
        app.MapFloors();
        return app;
    }

    private static string ContentRoot() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory
        : Directory.Exists(Settings.Resolve("src/Secretariat/wwwroot")) ? Settings.Resolve("src/Secretariat")
        : AppContext.BaseDirectory;
}
