using System.Net;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Web;

/// <summary>What the framework would say by itself is not what a person reads.</summary>
public sealed class PlainAnswers
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_too_long_is_said_in_plain_English()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var page = WebUtility.HtmlDecode(await (await staff.Submit("/desk/bulletins/new", null, ("Input.Subject", new string('x', 401)))).Content.ReadAsStringAsync(Ct));

        page.ShouldContain("Keep this under 401 letters.");
        page.ShouldNotContain("must be a string");
    }

    [Fact]
    public async Task A_request_for_another_host_is_refused()
    {
        await using var network = await TheNetwork.Begin();
        using var client = network.Client();
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        foreign.Headers.Host = "evil.example";

        (await client.SendAsync(foreign, Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync("/sign-in", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/nowhere.css")]
    [InlineData("/desk/nowhere")]
    public async Task What_does_not_exist_is_not_found_and_asks_nobody_to_sign_in(string path)
    {
        await using var network = await TheNetwork.Begin();
        using var client = network.Client();

        var answer = await client.GetAsync(path, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("<h1>");
    }

    [Fact]
    public async Task A_file_is_served_and_says_how_long_it_keeps()
    {
        await using var network = await TheNetwork.Begin();
        using var client = network.Client();

        var answer = await client.GetAsync("/public.css", Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public void A_form_that_cannot_be_read_is_the_senders_fault() =>
        Secretariat.Platform.Web.Troubles.Status(new InvalidDataException("Form value count limit 1024 exceeded.")).ShouldBe(400);
}
