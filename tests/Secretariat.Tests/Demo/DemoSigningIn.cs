using System.Net;
using System.Net.Http.Headers;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Demo;

public sealed class DemoSigningIn
{
    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_demo_signs_in_as_each_role(string role)
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = true });
        var person = await network.PersonWho(RoleNames.Parse(role)!.Value);
        var client = network.Client();

        var answer = await client.GetAsync($"/demo/as/{role}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetStringAsync("/sign-out")).ShouldContain($"Signed in as {person.Name}");
    }

    public static TheoryData<string> Roles() => [.. Enum.GetValues<Role>().Select(r => r.Code())];

    [Fact]
    public async Task The_demo_signs_in_as_the_chair_of_the_member_that_is_named()
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = true });
        foreach (var code in new[] { "E1", "E2" })
        {
            var member = new Organisation(code, code, OrganisationKind.Member);
            var chair = new Person($"Chair of {code}", $"chair@{code}.example");
            chair.Take(member, PositionKind.Chair, "Chair", SigningIn.Since);
            await network.Has(member, chair);
        }
        var client = network.Client();

        (await client.GetAsync("/demo/as/chair?member=E2")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await client.GetStringAsync("/sign-out")).ShouldContain("Chair of E2");
        (await client.GetAsync("/demo/as/chair?member=E9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync("/demo/as/emperor")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_demos_token_opens_what_its_role_may_see()
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = true });
        await network.PersonWho(Role.Staff);
        await network.PersonWho(Role.Chair);

        (await Bearer(network, "demo-staff")).ShouldBe(HttpStatusCode.OK);
        (await Bearer(network, "demo-chair")).ShouldBe(HttpStatusCode.Forbidden);
        (await Bearer(network, "demo-officer")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Bearer(network, "demo-nobody")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_sites_page_does_not_move_the_demos_clock_under_a_visitor()
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = true });
        var before = network.Now;
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/demo/clock?days=1");
        asked.Headers.Add("Sec-Fetch-Site", "cross-site");

        (await network.Client().SendAsync(asked)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        network.Now.ShouldBe(before);
    }

    [Fact]
    public async Task Outside_the_demo_none_of_it_exists()
    {
        await using var network = await TheNetwork.Begin();
        await network.PersonWho(Role.Staff);

        (await network.Client().GetAsync("/demo/as/staff")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Client().PostAsync("/demo/clock?days=1", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Bearer(network, "demo-staff")).ShouldBe(HttpStatusCode.Unauthorized);
        network.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .ShouldNotContain(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("demo"));
    }

    private static async Task<HttpStatusCode> Bearer(TheNetwork network, string token)
    {
        var client = network.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await client.GetAsync("/api/v1/plan/outcomes")).StatusCode;
    }
}
