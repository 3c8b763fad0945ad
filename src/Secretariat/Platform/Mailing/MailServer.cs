using Microsoft.AspNetCore.WebUtilities;

namespace Secretariat.Platform.Mailing;

public enum MailTls { Required, Opportunistic, None }

/// <summary>One mail server, from an address such as <c>smtp://user:pass@host:587?tls=required</c>.</summary>
/// <param name="Implicit">TLS from the first byte: <c>smtps:</c> and <c>imaps:</c>.</param>
/// <param name="Folder">The IMAP folder to read.</param>
public sealed record MailServer(string Host, int Port, string? User, string? Password, MailTls Tls, bool Implicit, string Folder)
{
    public static MailServer? TryParse(string text, string[] schemes)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !schemes.Contains(uri.Scheme) || uri.Host.Length == 0) return null;
        var query = QueryHelpers.ParseQuery(uri.Query);
        if (query.Keys.Any(k => k != "tls")) return null;
        // Said nothing, it is opportunistic; but a password never travels in the clear unless somebody wrote tls=none.
        var unsaid = uri.UserInfo.Length > 0 ? MailTls.Required : MailTls.Opportunistic;
        var tls = unsaid;
        if (query.TryGetValue("tls", out var said) && !Enum.TryParse(said, ignoreCase: true, out tls)) return null;
        var implicitTls = uri.Scheme.EndsWith('s');
        var login = uri.UserInfo.Split(':', 2);
        return new MailServer(
            uri.Host.Trim('[', ']'), uri.Port > 0 ? uri.Port : DefaultPort(uri.Scheme),
            login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null, login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
            implicitTls ? MailTls.Required : tls, implicitTls, Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')));
    }

    private static int DefaultPort(string scheme) => scheme switch { "smtps" => 465, "imap" => 143, "imaps" => 993, _ => 25 };

    /// <summary>For logs and pages: never the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
