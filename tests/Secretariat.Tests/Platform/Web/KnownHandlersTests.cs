using System.Net;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Web;

public class KnownHandlersTests
{
    [Fact]
    public async Task Posting_to_a_page_that_only_shows_is_not_found_rather_than_a_failure()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var staff = await network.ClientAs(Role.Staff);
        (await staff.GetAsync("/desk/plan/S.1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.Forge("/desk/plan/S.1/edit", "/desk/plan/S.1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_button_that_a_page_does_not_have_is_not_taken_for_its_main_one()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var staff = await network.ClientAs(Role.Staff);

        (await staff.Forge("/desk/plan/S.1/edit", "/desk/plan/S.1/edit?handler=x", ("Input.Title", "Other words"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await staff.GetStringAsync("/desk/plan/S.1")).ShouldNotContain("Other words");
    }
}
