using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Mailing;

/// <summary>Signs a letter (RFC 6376, relaxed/relaxed). The unsubscribe headers are under the signature, as RFC 8058 asks.</summary>
internal static class DkimSignature
{
    private static readonly HashSet<string> Signed = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    };

    /// <param name="bodyHash">Of the body as it is: our quoted-printable ends no line in a space and lets no two spaces meet, so that is its relaxed form.</param>
    public static void Write(DkimKey key, LetterHeaders headers, ReadOnlySpan<byte> bodyHash, IBufferWriter<byte> to)
    {
        var covered = headers.All.Where(h => Signed.Contains(h.Name)).ToList();
        var names = string.Join(':', covered.Select(h => h.Name.ToLowerInvariant()));
        var unsigned = $"v=1; a={key.Algorithm}; c=relaxed/relaxed; d={key.Domain}; s={key.Selector};\r\n h={names};\r\n bh={Convert.ToBase64String(bodyHash)};\r\n b=";
        var canonical = new StringBuilder();
        foreach (var (name, value) in covered) canonical.Append(name.ToLowerInvariant()).Append(':').Append(Relaxed(value)).Append("\r\n");
        canonical.Append("dkim-signature:").Append(Relaxed(unsigned));
        var signature = Convert.ToBase64String(key.Sign(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString()))));
        LetterHeaders.Write(to, "DKIM-Signature", unsigned + Folded(signature));
    }

    private static string Folded(string signature)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < signature.Length; i += 72) lines.Append(i == 0 ? "" : "\r\n ").Append(signature, i, Math.Min(72, signature.Length - i));
        return lines.ToString();
    }

    /// <summary>Unfolded, with single spaces.</summary>
    private static string Relaxed(string value)
    {
        var relaxed = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '\r' or '\n') continue;
            if (c is not (' ' or '\t')) relaxed.Append(c);
            else if (relaxed.Length > 0 && relaxed[^1] != ' ') relaxed.Append(' ');
        }
        return relaxed.ToString().TrimEnd(' ');
    }
}
