using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Platform.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretariat-files-").FullName;
    private FileStore Store => new(new Settings { Database = "Data Source=none", Url = new("http://localhost"), DataFolder = _folder });

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_content_twice_is_one_file_and_comes_back_whole()
    {
        var hash = await Store.Keep("minutes"u8.ToArray(), default);
        (await Store.Keep("minutes"u8.ToArray(), default)).ShouldBe(hash);
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        using var content = new StreamReader(Store.Open(hash)!);
        (await content.ReadToEndAsync()).ShouldBe("minutes");
    }

    [Fact]
    public async Task A_file_that_could_not_be_written_leaves_nothing_behind()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Store.Keep("minutes"u8.ToArray(), stopped.Token));
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_but_a_hash_opens_a_file()
        => Should.Throw<ArgumentException>(() => Store.Open("../../../../etc/passwd"));

    [Fact]
    public async Task An_upload_that_is_too_large_is_refused_before_a_byte_is_read()
    {
        var upload = new FormFile(new Unreadable(), 0, FileStore.MaxBytes + 1, "File", "film.pdf");
        (await Should.ThrowAsync<RuleBroken>(() => FileStore.Read(upload, "File", default))).Message.ShouldContain("larger than 10 MB");
    }

    private sealed class Unreadable : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("It was read.");
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("It was read.");
    }
}
