using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Secretariat.Platform;
using Secretariat.Platform.Files;

namespace Secretariat.Publishing.Unsubscribing;

/// <summary>
/// The signed way out of the bulletin, for one reader. It has no end: a letter found years later must still let its reader
/// leave. The key lies with the other keys in the data folder and so in backups.
/// </summary>
public sealed class LeaveTokens(Settings settings)
{
    private const int SignatureBytes = 16;
    private const int IdBytes = 16;
    private readonly Lazy<byte[]> _key = new(() => Key(Path.Combine(settings.DataFolder, "keys", "leave.key")));

    public string For(Guid? person, string address)
    {
        byte[] who = [.. (person ?? Guid.Empty).ToByteArray(), .. Encoding.UTF8.GetBytes(address)];
        return Base64Url.EncodeToString([.. who, .. Sign(who)]);
    }

    /// <returns>Null for anything that this installation did not sign.</returns>
    public (Guid? Person, string Address)? Read(string token)
    {
        if (token.Length > 600 || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= IdBytes + SignatureBytes) return null;
        var who = bytes[..^SignatureBytes];
        if (!CryptographicOperations.FixedTimeEquals(Sign(who), bytes.AsSpan(^SignatureBytes..))) return null;
        var person = new Guid(who.AsSpan(0, IdBytes));
        return (person == Guid.Empty ? null : person, Encoding.UTF8.GetString(who.AsSpan(IdBytes)));
    }

    private byte[] Sign(byte[] who) => HMACSHA256.HashData(_key.Value, who)[..SignatureBytes];

    private static byte[] Key(string file)
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
