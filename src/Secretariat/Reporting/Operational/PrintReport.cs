using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Planning.Paper;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Operational;

/// <summary>A report as a page's HTML, and as a PDF where a browser is there to print it.</summary>
public sealed partial class PrintReport(Db db, IServiceProvider services, ILoggerFactory logs, PaperPdf pdf)
{
    public bool Can => pdf.Can;

    /// <param name="desk">For staff: evidence leads to its page.</param>
    public async Task<string> Html(OperationalReport report, bool desk, CancellationToken ct)
    {
        var hands = await Hands(report, ct);
        // A fresh renderer each time: one that is used again keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportSheet>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(ReportSheet.Report)] = report, [nameof(ReportSheet.Desk)] = desk, [nameof(ReportSheet.Hands)] = hands }))).ToHtmlString());
    }

    /// <returns>Null when there is no browser, or it did not do it.</returns>
    public async Task<byte[]?> Pdf(OperationalReport report, CancellationToken ct) => await pdf.Print(report.Title, await Html(report, desk: false, ct), ct);

    // Who entered a piece by hand is asked for when it is shown: a name that was erased is then gone from every issued report too.
    private async Task<Dictionary<string, string>> Hands(OperationalReport report, CancellationToken ct)
    {
        var hrefs = report.Said?.Rows.SelectMany(r => r.Proofs).Where(p => p.ByHand).Select(p => p.Href).Distinct().ToList() ?? [];
        var ids = hrefs.Select(h => (Href: h, Match: Anchor().Match(h))).Where(h => h.Match.Success).ToDictionary(h => Guid.Parse(h.Match.Groups[1].Value), h => h.Href);
        if (ids.Count == 0) return [];
        var keys = ids.Keys.ToList();
        return await db.Set<HandEvidence>().AsNoTracking().Where(e => keys.Contains(e.Id)).ToDictionaryAsync(e => ids[e.Id], e => e.EnteredByName, ct);
    }

    [GeneratedRegex("#evidence-([0-9a-f-]{36})$")]
    private static partial Regex Anchor();
}
