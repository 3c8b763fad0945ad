using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Architecture;

public sealed class WhoMayCallWhat
{
    private const string Table = "tests/Secretariat.Tests/Architecture/AccessTable.cs";

    [Fact]
    public async Task Every_route_answers_those_whom_the_table_of_rights_names_and_nobody_else()
    {
        await using var network = await TheNetwork.Begin();
        var calls = await Crawler.Calls(network.Services);
        var answers = calls.ToDictionary(c => c.Key, _ => new List<Role?>());
        var faults = new List<string>();
        foreach (var caller in AccessTable.Callers)
        {
            using var client = await ClientOf(network, caller);
            var token = await TokenOf(network, caller);
            // Signing out comes last: it would end the sign-in that the others need.
            foreach (var call in calls.OrderBy(c => c.Key == "POST /sign-out"))
            {
                // The API takes a token and nothing else, pages a cookie and nothing else.
                var answer = await client.Send(call, call.Url.StartsWith("/api/v1") && token is not null ? [("Authorization", $"Bearer {token}")] : []);
                if ((int)answer.StatusCode >= 500) faults.Add($"{call.Key} fails with {(int)answer.StatusCode} for {Name(caller)}.");
                if (!Refused(answer)) answers[call.Key].Add(caller);
            }
        }
        faults.AddRange(calls.Where(c => !AccessTable.Who.ContainsKey(c.Key)).Select(c => $"Not in {Table}. If it is right, add: [\"{c.Key}\"] = {Set(answers[c.Key])},"));
        faults.AddRange(AccessTable.Who.Keys.Except(answers.Keys).Select(k => $"No such route any more, remove it from {Table}: [\"{k}\"]"));
        foreach (var (key, expected) in AccessTable.Who.Where(w => answers.ContainsKey(w.Key)))
        {
            faults.AddRange(answers[key].Except(expected).Select(r => $"{key} answers {Name(r)}, whom {Table} does not name."));
            faults.AddRange(expected.Except(answers[key]).Select(r => $"{key} refuses {Name(r)}, whom {Table} names."));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused_everywhere()
    {
        await using var network = await TheNetwork.Begin();
        using var client = await ClientOf(network, Role.Admin);
        foreach (var call in (await Crawler.Calls(network.Services)).Where(c => c.Method != HttpMethod.Get && !AccessTable.FromAnywhere.Contains(c.Key)))
            foreach (var (header, value) in new[] { ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
                (await client.Send(call, (header, value))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{call.Key} with {header}: {value}");
    }

    [Fact]
    public async Task A_form_for_people_signed_in_needs_its_token()
    {
        await using var network = await TheNetwork.Begin();
        foreach (var (room, role) in new[] { ("Desk", Role.Admin), ("My", Role.Chair) })
        {
            using var client = await network.ClientAs(role);
            foreach (var call in (await Crawler.Calls(network.Services)).Where(c => c.Method == HttpMethod.Post && c.Room == room))
                (await client.Send(call)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, call.Key);
        }
    }

    [Fact]
    public async Task Every_page_lies_in_a_room_and_its_address_says_which()
    {
        await using var network = await TheNetwork.Begin();
        foreach (var call in (await Crawler.Calls(network.Services)).Where(c => c.IsPage))
        {
            var first = call.Url.Split('/', '?')[1];
            var right = call.Room switch
            {
                "Desk" => first == "desk",
                "My" => first == "my",
                "Link" => first is "a" or "u",
                "Public" => first is not ("desk" or "my" or "a" or "u"),
                _ => false,
            };
            right.ShouldBeTrue($"{call.Key} lies in the room “{call.Room}”. Desk is /desk/…, My is /my/…, Link is /a/… or /u/…, and a page in no room is shut.");
        }
    }

    private static async Task<HttpClient> ClientOf(TheNetwork network, Role? caller)
    {
        if (caller is not { } role) return network.Client();
        var person = await network.PersonWho(role);
        var client = await network.ClientOf(person.Id, person.Name);
        // With a token, so that a right which a handler asks for itself is reached.
        var context = new DefaultHttpContext { RequestServices = network.Services, User = Principals.Signed(person.Id, person.Name, "test") };
        var tokens = network.Services.GetRequiredService<IAntiforgery>().GetTokens(context);
        client.DefaultRequestHeaders.Add(tokens.HeaderName!, tokens.RequestToken);
        var cookies = client.DefaultRequestHeaders.GetValues("Cookie").Single();
        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", $"{cookies}; secretariat-form={tokens.CookieToken}");
        return client;
    }

    private static async Task<string?> TokenOf(TheNetwork network, Role? caller)
    {
        if (caller is not { } role) return null;
        var (token, secret) = ApiToken.Make($"crawl as {role}", role, network.Now);
        await network.Has(token);
        return secret;
    }

    private static bool Refused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (answer.StatusCode == HttpStatusCode.Redirect && new Uri(new Uri("http://localhost/"), answer.Headers.Location!).AbsolutePath == "/sign-in" && answer.Headers.Location!.OriginalString.Contains("?to="));

    private static string Name(Role? caller) => caller?.Code() ?? "somebody signed out";

    private static string Set(List<Role?> who)
    {
        foreach (var (name, set) in new[] { ("Everybody", AccessTable.Everybody), ("Desk", AccessTable.Desk), ("Admins", AccessTable.Admins), ("My", AccessTable.My) })
            if (set.ToHashSet().SetEquals(who)) return name;
        return new StringBuilder("[").AppendJoin(", ", who.Select(r => r is null ? "null" : $"Role.{r}")).Append(']').ToString();
    }
}

internal static class Sending
{
    public static async Task<HttpResponseMessage> Send(this HttpClient client, Call call, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(call.Method, call.Url);
        if (call.Method != HttpMethod.Get) request.Content = new FormUrlEncodedContent([]);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
