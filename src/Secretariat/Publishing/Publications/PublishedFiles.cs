using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;

namespace Secretariat.Publishing.Publications;

/// <summary>The one reader of publications outside the desk: what is public for everybody, and for members what is theirs besides.</summary>
public sealed class PublishedFiles(Db db, FileStore files, Sites sites, TimeProvider clock) : ISitemapPart
{
    public IQueryable<Publication> Shown(bool members = false) =>
        db.Set<Publication>().AsNoTracking().Where(p => p.State == WebState.Published && (members || p.Circulation == Circulation.Public));

    /// <summary>Hands it out to be saved, never to be shown by the browser as a page of ours, and counts it.</summary>
    public async Task<IActionResult> Hand(Publication? publication, HttpRequest request, CancellationToken ct)
    {
        if (publication is null || files.Open(publication.FileHash) is not { } content) return new NotFoundResult();
        // A program that goes on where it was broken off, or only asks, is not another reader.
        if (HttpMethods.IsGet(request.Method) && (request.Headers.Range.Count == 0 || request.Headers.Range.ToString().StartsWith("bytes=0-", StringComparison.Ordinal))) await db.CountDownload(publication.Id, sites.Today(clock), ct);
        return new FileStreamResult(content, publication.FileType) { FileDownloadName = publication.FileName, EnableRangeProcessing = true };
    }

    public async Task<IReadOnlyList<string>> Paths(CancellationToken ct) => ["/publications", .. await Shown().OrderByDescending(p => p.Date).Take(10_000).Select(p => "/publications/" + p.Slug).ToListAsync(ct)];
}

public static class FileSizes
{
    /// <summary>"PDF, 240 KB"</summary>
    public static string FileWords(this Publication publication) =>
        $"{publication.FileKind}, {(publication.Bytes >= 1024 * 1024 ? $"{(publication.Bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture)} MB" : $"{Math.Max(1, publication.Bytes / 1024)} KB")}";
}
