using System.IO.Compression;
using System.Security.Cryptography;

namespace Secretariat.Platform.Backups;

/// <summary>Writes entries and remembers what was written.</summary>
public sealed class ArchiveWriter(ZipArchive zip)
{
    private readonly List<EntryHash> _written = [];

    public IReadOnlyList<EntryHash> Written => _written;

    public async Task Add(string name, Stream from, CancellationToken ct) => await Add(name, to => from.CopyToAsync(to, ct));

    public async Task Add(string name, Func<Stream, Task> write)
    {
        using var hash = SHA256.Create();
        await using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        await using var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write);
        var counted = new CountedStream(hashed);
        await write(counted);
        await hashed.FlushFinalBlockAsync();
        _written.Add(new(name, counted.Bytes, Convert.ToHexStringLower(hash.Hash!)));
    }

    private sealed class CountedStream(Stream to) : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Bytes;
        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            to.Write(buffer, offset, count);
            Bytes += count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await to.WriteAsync(buffer, cancellationToken);
            Bytes += buffer.Length;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => to.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
