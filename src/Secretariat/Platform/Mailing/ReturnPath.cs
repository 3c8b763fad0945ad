using System.Security.Cryptography;

namespace Secretariat.Platform.Mailing;

/// <summary>
/// The address to which a letter's bounce goes: it names the delivery and is signed, so nobody can make one up and so stop
/// somebody's letters. In lower case throughout, as some servers fold the part before the @.
/// </summary>
public sealed class ReturnPath(MailSettings mail, byte[] key)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const string Mark = "b-";
    private const int IdBytes = 16, SignatureBytes = 9;
    private const int TokenLength = (IdBytes + SignatureBytes) * 8 / 5;

    public string For(Guid delivery)
    {
        if (mail.BounceDomain is not { } domain) return mail.From;
        Span<byte> token = stackalloc byte[IdBytes + SignatureBytes];
        delivery.TryWriteBytes(token);
        Sign(token[..IdBytes], token[IdBytes..]);
        return $"{Mark}{ToText(token)}@{domain}";
    }

    /// <returns>Null for any address that this installation did not sign.</returns>
    public Guid? Delivery(string address)
    {
        var at = address.LastIndexOf('@');
        if (at != Mark.Length + TokenLength || !address.StartsWith(Mark, StringComparison.OrdinalIgnoreCase)) return null;
        Span<byte> token = stackalloc byte[IdBytes + SignatureBytes];
        if (!FromText(address.AsSpan(Mark.Length, TokenLength), token)) return null;
        Span<byte> expected = stackalloc byte[SignatureBytes];
        Sign(token[..IdBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[IdBytes..]) ? new Guid(token[..IdBytes]) : null;
    }

    private void Sign(ReadOnlySpan<byte> id, Span<byte> signature)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, id, full);
        full[..SignatureBytes].CopyTo(signature);
    }

    private static string ToText(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[TokenLength];
        int bits = 0, held = 0, at = 0;
        foreach (var b in bytes)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text[at++] = Alphabet[(held >> (bits - 5)) & 31];
            held &= (1 << bits) - 1;
        }
        return new string(text);
    }

    private static bool FromText(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        int bits = 0, held = 0, at = 0;
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(char.ToLowerInvariant(c));
            if (value < 0) return false;
            held = (held << 5) | value;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(held >> bits);
            held &= (1 << bits) - 1;
        }
        return true;
    }
}
