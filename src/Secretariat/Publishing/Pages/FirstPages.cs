using Secretariat.Platform.Contracts;

namespace Secretariat.Publishing.Pages;

/// <summary>The pages that visitors have a right to, in the words that the program brings: until the network writes its own, and as its pack's first version.</summary>
public sealed class FirstPages
{
    public const string Privacy = "privacy";
    private const string File = "first-pages.yaml";
    private readonly Lazy<IReadOnlyList<PackPage>> _all = new(Read);

    public IReadOnlyList<PackPage> All => _all.Value;

    public ShownPage? Of(string slug) => All.FirstOrDefault(p => p.Slug == slug) is { } page ? new(page.Words, null, false) : null;

    private static IReadOnlyList<PackPage> Read()
    {
        var report = new PackReport();
        var pages = PackPage.Read(new PackFolder(Path.Combine(AppContext.BaseDirectory, "packs"), report), File, report);
        return report.Faults.Count == 0 ? pages : throw new InvalidOperationException(string.Join("; ", report.Faults));
    }
}
