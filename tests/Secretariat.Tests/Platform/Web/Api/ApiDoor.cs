using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web.Api;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Web.Api;

public sealed class ApiDoor
{
    /// <summary>A resource that only staff may read, to knock at.</summary>
    private sealed class StaffOnly : IApiPart
    {
        public void Map(RouteGroupBuilder api)
        {
            api.MapGet("/who", (HttpContext http) => http.User.Actor().Name).RequireAuthorization(Rights.UseDesk);
            api.MapGet("/shut", () => "open");
            api.MapGet("/broken", string () => throw new InvalidOperationException("secret of the house")).AllowAnonymous();
        }
    }

    private static Task<TheNetwork> Begin() => TheNetwork.Begin(host: b => b.Services.AddSingleton<IApiPart, StaffOnly>());

    private static HttpClient With(TheNetwork network, string token)
    {
        var client = network.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task<string> Token(TheNetwork network, Role role, Action<ApiToken>? change = null)
    {
        var (token, secret) = ApiToken.Make("a program", role, TheNetwork.Start);
        change?.Invoke(token);
        await network.Has(token);
        return secret;
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_token_opens_what_its_role_may_see()
    {
        await using var network = await Begin();

        (await With(network, await Token(network, Role.Staff)).GetStringAsync("/api/v1/who")).ShouldContain("the token “a program”");
        await IsProblem(await With(network, await Token(network, Role.Press)).GetAsync("/api/v1/who"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_states_no_right_is_shut()
    {
        await using var network = await Begin();

        await IsProblem(await With(network, await Token(network, Role.Staff)).GetAsync("/api/v1/shut"), HttpStatusCode.Forbidden);
        (await With(network, await Token(network, Role.Admin)).GetAsync("/api/v1/shut")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_token_and_with_a_wrong_or_revoked_one_it_stays_shut()
    {
        await using var network = await Begin();

        var none = await network.Client().GetAsync("/api/v1/who");
        await IsProblem(none, HttpStatusCode.Unauthorized);
        none.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        await IsProblem(await With(network, "sec_wrong").GetAsync("/api/v1/who"), HttpStatusCode.Unauthorized);
        await IsProblem(await With(network, "demo-admin").GetAsync("/api/v1/who"), HttpStatusCode.Unauthorized);
        await IsProblem(await With(network, await Token(network, Role.Staff, t => t.Revoke(TheNetwork.Start))).GetAsync("/api/v1/who"), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_token_is_an_error_even_where_none_is_needed()
    {
        await using var network = await Begin();

        await IsProblem(await With(network, "sec_wrong").GetAsync("/api/v1/members"), HttpStatusCode.Unauthorized);
        (await network.Client().GetAsync("/api/v1/members")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_signed_in_browser_has_no_rights_in_the_api_by_its_cookie()
    {
        await using var network = await Begin();
        var staff = await network.ClientAs(Role.Staff);

        await IsProblem(await staff.GetAsync("/api/v1/who"), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/api/v1/find", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/members?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/members?limit=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/members/NOBODY", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/broken", HttpStatusCode.InternalServerError)]
    public async Task Every_error_is_a_problem_that_says_what_is_wrong(string address, HttpStatusCode status)
    {
        await using var network = await Begin();

        var answer = await network.Client().GetAsync(address);

        await IsProblem(answer, status);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("secret of the house");
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_kept()
    {
        await using var network = await Begin();
        var secret = await Token(network, Role.Staff);

        var kept = await network.Db(db => db.Set<ApiToken>().SingleAsync());

        kept.Hash.ShouldBe(ApiToken.HashOf(secret));
        kept.Hash.ShouldNotContain(secret[4..]);
        secret.Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_token_needs_a_name() => Should.Throw<RuleBroken>(() => ApiToken.Make(" ", Role.Staff, TheNetwork.Start));

    [Fact]
    public async Task The_description_is_openapi_3_1_and_every_operation_has_a_name_words_and_its_errors()
    {
        await using var network = await TheNetwork.Begin();

        var description = await network.Client().GetFromJsonAsync<JsonElement>(ApiSetup.Description);

        description.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        description.GetProperty("info").TryGetProperty("license", out _).ShouldBeTrue();
        var names = new HashSet<string>();
        foreach (var path in description.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject().Select(o => o.Value))
            {
                names.Add(operation.GetProperty("operationId").GetString()!).ShouldBeTrue();
                operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
                operation.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
                operation.GetProperty("tags").GetArrayLength().ShouldBe(1);
                foreach (var error in operation.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] is '4' or '5'))
                    error.Value.GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue($"{path.Name} {error.Name}");
                operation.GetProperty("responses").EnumerateObject().ShouldContain(r => r.Name[0] == '4');
            }
        names.ShouldContain("find");
    }

    [Fact]
    public async Task Lists_come_in_pages_that_meet_without_a_gap()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (codes, after) = (new List<string>(), "");
        do
        {
            var page = await network.Client().GetFromJsonAsync<JsonElement>($"/api/v1/members?limit=2{(after.Length > 0 ? $"&after={after}" : "")}");
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("code").GetString()!));
            after = page.GetProperty("after").GetString() ?? "";
        }
        while (after.Length > 0);

        codes.ShouldBe(["ALD", "BRK", "CRO"]);
    }

    [Fact]
    public async Task A_member_that_has_not_changed_is_not_sent_again()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var client = network.Client();
        var first = await client.GetAsync("/api/v1/members/ALD");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        (await client.GetAsync("/api/v1/members/ALD")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }
}
