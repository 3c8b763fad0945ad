using System.Security.Cryptography;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;

namespace Secretariat.Platform.Mailing;

public static class MailingSetup
{
    public static void AddMailing(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<Settings>().Mail);
        services.AddSingleton(s => new ReturnPath(s.GetRequiredService<MailSettings>(), Key(s.GetRequiredService<Settings>())));
        services.AddSingleton<LetterPress>();
        services.AddScoped<IReceivesMail, BouncedLetters>();
        services.AddSingleton<Inbox>();
        services.AddHostedService(s => s.GetRequiredService<Inbox>());
        services.AddSingleton<ITransport>(s => s.GetRequiredService<MailSettings>().Smtp is null
            ? ActivatorUtilities.CreateInstance<MailboxTransport>(s)
            : ActivatorUtilities.CreateInstance<SmtpTransport>(s));
    }

    /// <summary>Lives in the data folder and so in backups: a bounce may come back weeks after a restore.</summary>
    private static byte[] Key(Settings settings)
    {
        var file = Path.Combine(settings.DataFolder, "keys", "return-path.key");
        if (File.Exists(file)) return Convert.FromHexString(File.ReadAllText(file).Trim());
        PrivateFile.Folder(Path.GetDirectoryName(file)!);
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            using var made = PrivateFile.Create(file);
            made.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(key)));
        }
        catch (IOException) when (File.Exists(file))
        {
            return Convert.FromHexString(File.ReadAllText(file).Trim());
        }
        return key;
    }
}
