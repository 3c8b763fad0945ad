using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Access;

public sealed class SignInLetters
{
    [Fact]
    public async Task The_link_in_the_letter_signs_in_once_and_only_by_its_button()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        await Ask(network.Client(), person.Email);
        var (link, _) = await Letter(network);

        // A mail filter opens the link, twice, in a browser of its own.
        for (var i = 0; i < 2; i++) (await network.Client().GetStringAsync(link)).ShouldContain("<button>Sign in</button>");
        var client = network.Client();
        var entered = await client.PostAsync(link, null);

        entered.Headers.Location!.OriginalString.ShouldBe("/desk");
        (await client.GetStringAsync("/sign-out")).ShouldContain($"Signed in as {person.Name}");
        var second = network.Client();
        (await (await second.PostAsync(link, null)).Content.ReadAsStringAsync()).ShouldContain("no longer good");
        (await second.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        (await network.Db(db => db.Set<AuditEntry>().SingleAsync(e => e.Verb == "Sign in by e-mailed link"))).ByPerson.ShouldBe(person.Id);
    }

    [Fact]
    public async Task The_code_signs_in_the_browser_that_asked_and_no_other()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Chair);
        var (asking, other) = (network.Client(), network.Client());
        await Ask(asking, person.Email);
        var (link, code) = await Letter(network);

        await Code(other, code);
        (await other.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        var entered = await Code(asking, code.Insert(3, " "));

        entered.Headers.Location!.OriginalString.ShouldBe("/my");
        (await asking.GetStringAsync("/sign-out")).ShouldContain($"Signed in as {person.Name}");
        (await network.Client().GetStringAsync(link)).ShouldContain("no longer good");
    }

    [Fact]
    public async Task Five_wrong_codes_use_the_letters_code_up_and_leave_its_link()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        var client = network.Client();
        await Ask(client, person.Email);
        var (link, code) = await Letter(network);
        var wrong = code == "000000" ? "000001" : "000000";

        for (var i = 0; i < 5; i++) (await (await Code(client, wrong)).Content.ReadAsStringAsync()).ShouldContain("That code is not right");
        (await Code(client, code)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await client.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        (await client.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Who_is_not_known_is_told_just_what_who_is_known_is_told()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);

        var known = await Told(network, person.Email);
        var unknown = await Told(network, "nobody@elsewhere.example");

        unknown.ShouldBe(known);
        // Each leaves a row; only one becomes a letter, and that is done beside the request.
        (await network.Db(db => db.Set<SignInRequest>().CountAsync())).ShouldBe(2);
        (await network.Db(db => db.Set<Delivery>().CountAsync())).ShouldBe(0);
        await network.Services.GetRequiredService<SignInPost>().PostWaiting(default);
        await network.Services.GetRequiredService<SignInPost>().PostWaiting(default);
        (await network.Db(db => db.Set<Delivery>().SingleAsync())).Address.ShouldBe(person.Email);
    }

    [Fact]
    public async Task An_address_is_written_to_five_times_an_hour_whether_known_or_not()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        foreach (var address in new[] { person.Email, "nobody@elsewhere.example" })
        {
            for (var i = 0; i < 5; i++) await Ask(network.Client(), address);
            var refused = await network.Client().PostAsync("/sign-in", Form(("Input.Email", address.ToUpperInvariant())));
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("Wait a few minutes");
        }
    }

    [Fact]
    public async Task One_place_on_the_internet_may_not_try_for_ever()
    {
        await using var network = await TheNetwork.Begin();
        var client = network.Client();
        for (var i = 0; i < 30; i++) await Ask(client, $"guess-{i}@elsewhere.example");

        var refused = await client.PostAsync("/sign-in", Form(("Input.Email", "guess-31@elsewhere.example")));

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_hashes_of_what_the_letter_holds_are_kept()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        await Ask(network.Client(), person.Email);
        var (link, code) = await Letter(network);

        var request = await network.Db(db => db.Set<SignInRequest>().SingleAsync());
        request.Link.ShouldBe(SignInRequest.Hash(link.Split('/')[^1]));
        request.Code.ShouldNotBeNull().ShouldNotContain(code);
        (await network.Db(db => db.Set<Delivery>().SingleAsync())).Merge.ShouldNotContain(link.Split('/')[^1]);
        // The hash of a six-digit code is found in a moment; sealed, it is not to be found among all of them.
        Enumerable.Range(0, 1_000_000).Select(i => request.HashOfCode(i.ToString("D6"))).Count(h => Convert.FromBase64String(request.Code!).AsSpan().IndexOf(h) >= 0).ShouldBe(0);
    }

    [Theory]
    [InlineData("/desk/people?q=x", "/desk/people?q=x")]
    [InlineData("https://elsewhere.example/", "/desk")]
    [InlineData("//elsewhere.example/", "/desk")]
    [InlineData("/\\elsewhere.example/", "/desk")]
    public async Task Signing_in_goes_on_to_an_address_of_this_site_only(string asked, string onwards)
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        var client = network.Client();
        await client.PostAsync("/sign-in", Form(("Input.Email", person.Email), ("To", asked)));
        var (link, _) = await Letter(network);

        (await client.PostAsync(link, null)).Headers.Location!.OriginalString.ShouldBe(onwards);
    }

    [Fact]
    public async Task A_letter_that_could_not_leave_for_an_hour_is_not_sent_any_more()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        await Ask(network.Client(), person.Email);
        await network.Services.GetRequiredService<SignInPost>().PostWaiting(default);
        await network.Db(db => db.Write(() => db.Set<SignInRequest>().ExecuteUpdateAsync(s => s.SetProperty(r => r.AskedAt, TimeProvider.System.GetUtcNow().AddMinutes(-61)))));

        (await Should.ThrowAsync<Secretariat.Platform.Data.RuleBroken>(() => Fill(network))).Message.ShouldContain("more than an hour ago");
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_link_lives_sixty_minutes_by_the_machines_clock(int minutes, bool good)
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        await Ask(network.Client(), person.Email);
        var (link, _) = await Letter(network);
        await network.Db(db => db.Write(async () =>
        {
            var request = await db.Set<SignInRequest>().SingleAsync();
            request.ExpiresAt -= TimeSpan.FromMinutes(minutes);
            await db.SaveUnaudited();
        }));
        network.Clock.StopAt(network.Now.AddDays(30));

        (await network.Client().PostAsync(link, null)).StatusCode.ShouldBe(good ? HttpStatusCode.Redirect : HttpStatusCode.OK);
    }

    private static async Task<string> Told(TheNetwork network, string address)
    {
        var client = network.Client();
        var answer = await client.PostAsync("/sign-in", Form(("Input.Email", address)));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        var headers = answer.Headers.Where(h => h.Key != "Set-Cookie").Select(h => $"{h.Key}: {string.Join(',', h.Value)}");
        return string.Join('\n', [answer.StatusCode.ToString(), .. headers, $"{cookie.Length} {cookie[(cookie.IndexOf(';'))..]}", await answer.Content.ReadAsStringAsync(), await client.GetStringAsync("/sign-in/code")]);
    }

    private static async Task Ask(HttpClient client, string address) =>
        (await client.PostAsync("/sign-in", Form(("Input.Email", address)))).Headers.Location!.OriginalString.ShouldBe("/sign-in/code");

    private static Task<HttpResponseMessage> Code(HttpClient client, string code) => client.PostAsync("/sign-in/code", Form(("Input.Code", code)));

    private static async Task<(string Link, string Code)> Letter(TheNetwork network)
    {
        await network.Services.GetRequiredService<SignInPost>().PostWaiting(default);
        var holes = await Fill(network);
        return (new Uri(holes["link"]).AbsolutePath, holes["code"]);
    }

    /// <summary>As the ledger's worker does at the moment of sending.</summary>
    private static async Task<IDictionary<string, string>> Fill(TheNetwork network)
    {
        var delivery = await network.Db(db => db.Set<Delivery>().AsNoTracking().OrderByDescending(d => d.At).ThenByDescending(d => d.Id).FirstAsync());
        var holes = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(delivery.Merge)!;
        var composer = network.Services.GetServices<ILetterComposer>().Single(c => c.Class == SignInComposer.ClassName);
        await composer.Fill(new LetterTo(delivery.Id, delivery.Batch, delivery.Person, delivery.Address), holes, default);
        return holes;
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
}
