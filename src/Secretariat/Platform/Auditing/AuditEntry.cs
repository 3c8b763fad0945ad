using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Auditing;

/// <summary>
/// One change to one record. The leaf binds who, when, which record, which verb and a salted hash of the values; erasing a
/// person empties <see cref="Values"/> and <see cref="Salt"/> and leaves the leaf, so the chain still holds.
/// </summary>
public sealed class AuditEntry : Data.INotAudited
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? ByPerson { get; init; }
    public required string ByName { get; init; }
    public required string RecordType { get; init; }
    public Guid RecordId { get; init; }
    public required string Verb { get; init; }

    /// <summary>JSON: {"Property": [before, after]}. Null once erased.</summary>
    public string? Values { get; set; }

    public byte[]? Salt { get; set; }

    /// <summary>SHA-256 of salt and values, kept when those are erased.</summary>
    public required byte[] ValuesHash { get; init; }

    /// <summary>SHA-256 over who, when, record, verb and <see cref="ValuesHash"/>.</summary>
    public required byte[] Leaf { get; init; }

    /// <summary>Its place in the sealed chain, from 1; null until the sealing sweep has taken it.</summary>
    public long? Position { get; set; }

    /// <summary>SHA-256 of the previous entry's chain hash and this leaf.</summary>
    public byte[]? Chain { get; set; }

    public static byte[] HashValues(byte[] salt, string values) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(values)]);

    public static byte[] HashLeaf(Guid? person, string name, DateTimeOffset at, string type, Guid record, string verb, byte[] valuesHash)
    {
        // Lengths stand before the texts, so that no two different entries can spell the same bytes.
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write((person ?? Guid.Empty).ToByteArray());
            writer.Write(name);
            writer.Write(at.ToUniversalTime().Ticks / TimeSpan.TicksPerMicrosecond);
            writer.Write(type);
            writer.Write(record.ToByteArray());
            writer.Write(verb);
            writer.Write(valuesHash);
        }
        return SHA256.HashData(bytes.ToArray());
    }

    public byte[] RecomputeLeaf() => HashLeaf(ByPerson, ByName, At, RecordType, RecordId, Verb, ValuesHash);
}
