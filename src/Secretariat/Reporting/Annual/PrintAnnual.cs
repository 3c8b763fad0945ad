using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Secretariat.Planning.Paper;

namespace Secretariat.Reporting.Annual;

/// <summary>The annual report's pages as HTML, and as a PDF where a browser is there to print it.</summary>
public sealed class PrintAnnual(IServiceProvider services, ILoggerFactory logs, PaperPdf pdf)
{
    public bool Can => pdf.Can;

    public Task<string> National(AnnualContent content) => Html<NationalSheet>(new() { [nameof(NationalSheet.Of)] = content });

    public Task<string> Member(AnnualContent content, AnnualMember member) => Html<MemberSheet>(new() { [nameof(MemberSheet.Of)] = content, [nameof(MemberSheet.Member)] = member });

    public async Task<byte[]?> Pdf(AnnualContent content, CancellationToken ct) => await pdf.Print(content.Title, await National(content), ct);

    private async Task<string> Html<T>(Dictionary<string, object?> with) where T : IComponent
    {
        // A fresh renderer each time: one that is used again keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(with))).ToHtmlString());
    }
}
