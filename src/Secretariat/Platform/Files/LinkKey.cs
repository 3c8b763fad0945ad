using System.Buffers.Text;
using System.Security.Cryptography;

namespace Secretariat.Platform.Files;

/// <summary>
/// A key of the data folder with which signed links of one kind are made and known again. It lies with the other keys and so
/// in backups; a link of one kind is never valid as another.
/// </summary>
public sealed class LinkKey(Settings settings, string name)
{
    private const int SignatureBytes = 16;
    private const int Longest = 600;
    private readonly Lazy<byte[]> _key = new(() => Read(Path.Combine(settings.DataFolder, "keys", $"{name}.key")));

    public string Token(byte[] says) => Base64Url.EncodeToString([.. says, .. Sign(says)]);

    /// <returns>What the token says; null for anything that this installation did not sign.</returns>
    public byte[]? Read(ReadOnlySpan<char> token)
    {
        if (token.Length > Longest || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SignatureBytes) return null;
        var says = bytes[..^SignatureBytes];
        return CryptographicOperations.FixedTimeEquals(Sign(says), bytes.AsSpan(^SignatureBytes..)) ? says : null;
    }

    private byte[] Sign(byte[] says) => HMACSHA256.HashData(_key.Value, says)[..SignatureBytes];

    private static byte[] Read(string file)
    {
        if (!File.Exists(file))
        {
            PrivateFile.Folder(Path.GetDirectoryName(file)!);
            // Written beside and moved without overwriting: of two processes that start at once, one wins and both read its key.
            var fresh = $"{file}.{Guid.NewGuid():N}";
            using (var stream = PrivateFile.Create(fresh)) stream.Write(RandomNumberGenerator.GetBytes(32));
            try
            {
                File.Move(fresh, file, overwrite: false);
            }
            catch (IOException)
            {
                File.Delete(fresh);
            }
        }
        return File.ReadAllBytes(file);
    }
}
