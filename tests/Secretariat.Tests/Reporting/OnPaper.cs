using System.Text;
using Secretariat.Platform.Access;
using Secretariat.Planning.Paper;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Reporting;

public sealed class OnPaper
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_printed_by_the_browser_that_is_installed()
    {
        await using var network = await Reported.Begin();
        if (!network.Services.GetRequiredService<PaperPdf>().Can) Assert.Skip("no Chromium is installed on this machine");
        var issued = await network.Issued();
        var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/reports/{issued.Id}", Ct)).ShouldContain($"/desk/reports/{issued.Id}/report.pdf");

        var pdf = await staff.GetByteArrayAsync($"/desk/reports/{issued.Id}/report.pdf", Ct);

        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        pdf.Length.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public async Task Without_a_browser_there_is_no_link_and_the_page_says_how_to_print()
    {
        await using var network = await TheNetwork.Begin("testpacks/three", b => b.Services.AddSingleton(s => new PaperPdf(s.GetRequiredService<ILogger<PaperPdf>>(), "")));
        network.Clock.StopAt(Secretariat.Tests.Planning.ThePlan.Now);
        var due = (await network.Planned())[0].Period.Due;
        network.Clock.StopAt(new DateTimeOffset(due.ToDateTime(new(9, 0)), TimeSpan.Zero));
        var issued = await network.Issued();
        var staff = await network.ClientAs(Role.Staff);

        var page = await staff.GetStringAsync($"/desk/reports/{issued.Id}", Ct);
        page.ShouldNotContain("report.pdf");
        page.ShouldContain("Ctrl+P");
    }
}
