using System.Collections.Concurrent;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace Secretariat.Platform.Mailing;

/// <summary>A key that signs letters for a domain (RFC 6376; Ed25519 by RFC 8463).</summary>
public sealed class DkimKey
{
    private readonly Func<byte[], byte[]> _sign;

    private DkimKey(string domain, string selector, string algorithm, Func<byte[], byte[]> sign) => (Domain, Selector, Algorithm, _sign) = (domain, selector, algorithm, sign);

    public string Domain { get; }
    public string Selector { get; }
    public string Algorithm { get; }

    /// <param name="hash">SHA-256 of the canonical headers.</param>
    public byte[] Sign(byte[] hash) => _sign(hash);

    /// <summary>Throws <see cref="CryptographicException"/> or <see cref="ArgumentException"/> when the text is no such key.</summary>
    public static DkimKey FromPem(string domain, string selector, string pem) =>
        TryEd25519(pem) is { } seed ? Ed25519(domain, selector, seed) : Rsa(domain, selector, pem);

    // .NET's own RSA: BouncyCastle's takes 5 to 20 times as long. One instance for each signer at work, as it may not be shared.
    private static DkimKey Rsa(string domain, string selector, string pem)
    {
        var idle = new ConcurrentBag<RSA> { Load(pem) };
        return new DkimKey(domain, selector, "rsa-sha256", hash =>
        {
            if (!idle.TryTake(out var rsa)) rsa = Load(pem);
            try
            {
                return rsa.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }
            finally
            {
                idle.Add(rsa);
            }
        });
    }

    private static RSA Load(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        if (rsa.KeySize < 1024) throw new CryptographicException("The key is shorter than 1024 bits, which receivers refuse.");
        return rsa;
    }

    private static DkimKey Ed25519(string domain, string selector, Ed25519PrivateKeyParameters key) => new(domain, selector, "ed25519-sha256", hash =>
    {
        var signer = new Ed25519Signer();
        signer.Init(true, key);
        signer.BlockUpdate(hash, 0, hash.Length);
        return signer.GenerateSignature();
    });

    private static Ed25519PrivateKeyParameters? TryEd25519(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] is not "PRIVATE KEY") return null;
        var bytes = Convert.FromBase64String(pem[fields.Base64Data]);
        // Asked before it is read: BouncyCastle would read an RSA key too.
        return bytes.Length < 100 ? PrivateKeyFactory.CreateKey(bytes) as Ed25519PrivateKeyParameters : null;
    }
}

internal static class DkimSettings
{
    public static IEnumerable<DkimKey> Read(IConfigurationSection section, string key, List<string> faults)
    {
        var (domain, selector, file) = (section["Domain"], section["Selector"], section["KeyFile"]);
        if (domain is null && selector is null && file is null) return [];
        if (string.IsNullOrWhiteSpace(domain) || string.IsNullOrWhiteSpace(selector) || string.IsNullOrWhiteSpace(file))
        {
            faults.Add($"{key} needs all three: {key}__Domain, {key}__Selector and {key}__KeyFile.");
            return [];
        }
        try
        {
            return [DkimKey.FromPem(domain.Trim(), selector.Trim(), File.ReadAllText(Settings.Resolve(file)))];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or FormatException)
        {
            faults.Add($"{key}__KeyFile “{file}” cannot be used: it must be a private key in PEM, RSA or Ed25519. {fault.Message}");
            return [];
        }
    }
}
