using Deque.AxeCore.Playwright;

namespace Secretariat.Browser;

/// <summary>Pages that people meet: axe is silent and nothing is wider than a screen of 320 pixels.</summary>
public sealed class Accessibility(DemoSite demo)
{
    public static TheoryData<string?, string> Pages => new()
    {
        { null, "/" },
        { null, "/?postcode=YO1+7HH" },
        { null, "/find?postcode=Newcastle" },
        { null, "/members" },
        { null, "/members/E37000039" },
        { null, "/accessibility" },
        { null, "/privacy" },
        { null, "/sources" },
        { null, "/api" },
        { null, "/sign-in" },
        { "chair", "/my" },
        { "staff", "/desk" },
        { "staff", "/desk/calendar" },
        { "staff", "/desk/plan" },
        { "staff", "/desk/plan/A.iii" },
        { "staff", "/desk/plan/costs" },
        { "staff", "/desk/bulletins" },
        { "staff", "/desk/bulletins/new" },
        { "staff", "/desk/items/new" },
        { "staff", "/desk/members" },
        { "staff", "/desk/members/E37000039" },
        { "staff", "/desk/people" },
        { "staff", "/desk/board" },
        { "staff", "/desk/rules" },
        { "staff", "/desk/mailbox" },
        { "staff", "/desk/audit" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_has_no_barriers_and_fits_a_small_screen(string? role, string address)
    {
        var page = await demo.Visit(role);
        var response = await page.GotoAsync(address);
        response!.Status.ShouldBe(200, address);

        var found = await page.RunAxe();
        found.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target.ToString()))}").ShouldBeEmpty(address);

        await page.SetViewportSizeAsync(320, 800);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.ShouldBeLessThanOrEqualTo(0, $"{address} scrolls sideways at 320 pixels");
    }
}
