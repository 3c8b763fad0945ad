namespace Secretariat.Platform.Mailing;

/// <summary>How letters leave and bounces come in; read from <c>Mail__…</c> and checked at the start.</summary>
public sealed record MailSettings
{
    /// <summary>Null: letters stay in the built-in mailbox.</summary>
    public MailServer? Smtp { get; init; }

    /// <summary>Null: nothing is read.</summary>
    public MailServer? Imap { get; init; }

    public string From { get; init; } = "secretariat@localhost.localdomain";

    /// <summary>Bounces come back to signed addresses here; without it to <see cref="From"/>.</summary>
    public string? BounceDomain { get; init; }

    /// <summary>Each key signs each letter: RSA for everybody, Ed25519 for those who know it.</summary>
    public IReadOnlyList<DkimKey> Keys { get; init; } = [];

    public double? PerSecond { get; init; }

    public int Connections { get; init; } = 16;

    public string FromDomain => From[(From.LastIndexOf('@') + 1)..];

    public static MailSettings Read(IConfiguration configuration, List<string> faults)
    {
        var mail = configuration.GetSection("Mail");
        var settings = new MailSettings
        {
            Smtp = Server(mail["Smtp"], "Mail__Smtp", ["smtp", "smtps"], "smtp://user:pass@host:587?tls=required", faults),
            Imap = Server(mail["Imap"], "Mail__Imap", ["imap", "imaps"], "imaps://user:pass@host/INBOX", faults),
            BounceDomain = mail["BounceDomain"],
            Keys = [.. DkimSettings.Read(mail.GetSection("Dkim"), "Mail__Dkim", faults), .. DkimSettings.Read(mail.GetSection("Dkim2"), "Mail__Dkim2", faults)],
            PerSecond = Number(mail["PerSecond"], "Mail__PerSecond", 0.01, 100_000, faults),
            Connections = (int)(Number(mail["Connections"], "Mail__Connections", 1, 200, faults) ?? 16),
        };
        if (mail["From"] is not { Length: > 0 } from) return settings;
        if (EmailAddress.TryParse(from) is not { } address) faults.Add($"Mail__From must be an e-mail address such as secretariat@network.example, not “{from}”.");
        else settings = settings with { From = address.Key };
        return settings;
    }

    private static MailServer? Server(string? text, string key, string[] schemes, string example, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (MailServer.TryParse(text, schemes) is { } server) return server;
        // The value may hold a password, so it is not repeated.
        faults.Add($"{key} must look like “{example}”; tls is required, opportunistic or none.");
        return null;
    }

    private static double? Number(string? text, string key, double least, double most, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        faults.Add($"{key} must be a number from {least} to {most}, not “{text}”.");
        return null;
    }
}
