using System.Net;
using System.Text.RegularExpressions;
using Secretariat.Platform.Access;
using Secretariat.Platform.Web;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Public;

public sealed partial class PublicPages
{
    public static TheoryData<string> Addresses => ["/", "/?postcode=ZA1", "/members", "/members/ALD", "/find", "/find?postcode=nowhere", "/accessibility", "/privacy", "/sources", "/api"];

    [GeneratedRegex("<script|<style|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [Theory, MemberData(nameof(Addresses))]
    public async Task A_public_page_opens_to_everybody_without_a_cookie_or_anything_inline(string address)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var answer = await network.Client().GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Threewater Federation of Chambers");
        Inline().Matches(page).Select(m => m.Value).ShouldBeEmpty();
        page.ShouldNotContain("LEP", Case.Sensitive);
    }

    [Theory]
    [InlineData("/members/NOBODY")]
    [InlineData("/members/threewater-office")]
    public async Task What_is_not_a_member_has_no_page(string address)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        (await network.Client().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_network_says_what_its_pages_are_for()
    {
        await using var network = await TheNetwork.Begin();

        (await network.Client().GetStringAsync("/")).ShouldContain("It has no members yet");
        (await network.Client().GetStringAsync("/members")).ShouldContain("There are none yet");
        (await network.Client().GetStringAsync("/find?postcode=YO1")).ShouldContain("Check it for a slip");
    }

    [Fact]
    public async Task What_somebody_typed_comes_back_as_text()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");

        var page = await network.Client().GetStringAsync("/?postcode=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        page.ShouldNotContain("<script");
        page.ShouldContain("&quot;&gt;&lt;script&gt;");
    }

    [Fact]
    public async Task A_changed_name_of_the_site_shows_on_a_page_that_was_kept()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var browser = network.Client();
        await browser.GetStringAsync("/privacy");
        await browser.GetStringAsync("/");

        await network.Db(async db =>
        {
            db.Set<Site>().Single().Name = "Fourwater";
            await db.Save(TheNetwork.Staff, "Rename the site");
        });

        (await browser.GetStringAsync("/")).ShouldContain("<title>Fourwater</title>");
    }

    [Fact]
    public async Task A_page_is_kept_for_visitors_and_made_anew_for_whoever_is_known_or_asks_something()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var visitor = network.Client();
        await visitor.GetAsync("/members");

        (await visitor.GetAsync("/members")).Headers.Age.ShouldNotBeNull();
        (await visitor.GetAsync("/find?postcode=ZA1")).Headers.Age.ShouldBeNull();
        (await visitor.GetAsync("/find?postcode=ZA1")).Headers.Age.ShouldBeNull();
        (await (await network.ClientAs(Role.Staff)).GetAsync("/members")).Headers.Age.ShouldBeNull();
    }

    [Fact]
    public async Task The_map_of_the_site_lists_every_member_and_robots_are_kept_from_the_desk()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var browser = network.Client();

        (await browser.GetStringAsync("/sitemap.xml")).ShouldContain("<loc>http://localhost:5080/members/CRO</loc>");
        (await browser.GetStringAsync("/robots.txt")).ShouldContain("Disallow: /desk");
        (await browser.GetStringAsync("/accent.css")).ShouldStartWith(":root{--accent:#7a3e00");
    }
}
