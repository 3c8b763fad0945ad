using System.Diagnostics;
using System.Net;

namespace Secretariat.Planning.Paper;

/// <summary>Prints a paper with the browser that is installed on the machine. Where there is none, the pages say how to print.</summary>
/// <param name="browser">Another than the one that is installed; empty for none.</param>
public sealed class PaperPdf(ILogger<PaperPdf> log, string? browser = null)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // One at a time: a browser takes more memory than all the rest of the program.
    private static readonly SemaphoreSlim One = new(1, 1);

    private readonly string? _browser = browser ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public bool Can => _browser is { Length: > 0 };

    /// <returns>Null when there is no browser, or it did not do it.</returns>
    public async Task<byte[]?> Print(string title, string body, CancellationToken ct)
    {
        if (_browser is not { Length: > 0 }) return null;
        await One.WaitAsync(ct);
        DirectoryInfo? folder = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("secretariat-paper-");
            var (page, pdf) = (Path.Combine(folder.FullName, "paper.html"), Path.Combine(folder.FullName, "paper.pdf"));
            await File.WriteAllTextAsync(page, Sheet(title, body), ct);
            await Run(_browser, folder.FullName, page, pdf, ct);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : null;
        }
        finally
        {
            // First of all: whatever is left behind, the next paper is not to wait for ever.
            One.Release();
            Delete(folder);
        }
    }

    private void Delete(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A process of the browser may still write there; the paper is printed all the same.
            log.LogWarning(fault, "A folder in which a paper was printed could not be deleted.");
        }
    }

    private async Task Run(string browser, string folder, string page, string pdf, CancellationToken ct)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true };
        // Without a sandbox, which a container seldom allows: the page is ours, has no script and loads nothing.
        foreach (var argument in new[] { "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", $"--user-data-dir={folder}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri })
            start.ArgumentList.Add(argument);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        using var process = Process.Start(start)!;
        try
        {
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            log.LogWarning("The browser did not print a paper within {Seconds} s.", Longest.TotalSeconds);
            ct.ThrowIfCancellationRequested();
        }
    }

    private static string Sheet(string title, string body) =>
        $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{WebUtility.HtmlEncode(title)}}</title>
        <style>
        @page { size: A4; margin: 18mm 16mm; }
        body { font: 10.5pt/1.45 "Segoe UI", Arial, "DejaVu Sans", sans-serif; color: #17222b; margin: 0; }
        h1 { font-size: 20pt; margin: 0 0 6mm; } h2 { font-size: 13pt; margin: 7mm 0 2mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
        th, td { text-align: left; vertical-align: top; padding: 1.6mm 3mm 1.6mm 0; border-bottom: .3mm solid #dfe5e9; }
        tbody th { width: 34%; } .sums th { width: auto; } .num { text-align: right; } .soft, thead th { color: #51616d; font-weight: 400; }
        .words { white-space: pre-line; } .visually-hidden, .narrow-only { display: none; } code { overflow-wrap: anywhere; }
        .key-numbers { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 3mm 8mm; } .key-numbers strong { font-size: 15pt; }
        .beside { display: grid; grid-template-columns: 3fr 2fr; gap: 6mm; font-size: 8pt; } .beside :is(th, td) { padding: .3mm 2mm .3mm 0; } .bars { margin: 0; } .bars svg { width: 100%; }
        .annual tbody th { width: auto; } .annual section { break-inside: avoid; } .report-rows { font-size: 9pt; }
        .group th { padding-top: 4mm; } .invented { font-size: 8pt; color: #51616d; }
        </style></head><body><h1>{{WebUtility.HtmlEncode(title)}}</h1>{{body}}</body></html>
        """;
}
