using Secretariat.Platform.Mailing;

namespace Secretariat.Platform;

/// <summary>What the environment or appsettings say, checked once at the start. The keys are documented in docs/settings.md.</summary>
public sealed record Settings
{
    public required string Database { get; init; }
    public required Uri Url { get; init; }
    public string? Name { get; init; }

    /// <summary>Folder for files, keys and the audit head.</summary>
    public required string DataFolder { get; init; }

    public MailSettings Mail { get; init; } = new();

    /// <summary>Proxies in front, whose X-Forwarded headers are believed. None: nobody's are.</summary>
    public IReadOnlyList<System.Net.IPNetwork> Proxies { get; init; } = [];

    public bool Demo { get; init; }

    /// <summary>False for a program that only runs a verb: no workers, no schedule.</summary>
    public bool Workers { get; init; } = true;

    public static Settings From(IConfiguration configuration, bool demo = false)
    {
        var faults = new List<string>();
        var data = Resolve(configuration["Data"] ?? (demo ? "data/demo" : "data"));
        var database = configuration["ConnectionStrings:Database"] ?? $"Data Source={Path.Combine(data, "secretariat.db")}";
        if (!database.Contains('='))
            faults.Add("ConnectionStrings__Database must look like “Data Source=FILE” (SQLite) or “Host=…;Database=…” (PostgreSQL).");
        var url = configuration["Site:Url"] ?? "http://localhost:5080";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
            faults.Add($"Site__Url must be an absolute http or https address, not “{url}”.");
        var mail = MailSettings.Read(configuration, faults);
        var proxies = Web.Proxies.Read(configuration, faults);
        if (faults.Count > 0) throw new SettingsFault(faults);
        return new Settings { Database = database, Url = site!, Name = configuration["Site:Name"], DataFolder = data, Mail = mail, Proxies = proxies, Demo = demo };
    }

    /// <summary>Relative folders belong to the folder that holds Secretariat.slnx, else to the working folder.</summary>
    public static string Resolve(string path)
    {
        if (Path.IsPathRooted(path)) return path;
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Secretariat.slnx"))) return Path.Combine(folder.FullName, path);
        return Path.GetFullPath(path);
    }
}

/// <summary>One line for each key that is wrong.</summary>
public sealed class SettingsFault(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults));
