using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Secretariat.Platform;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Watching;

public sealed class WatchedFromOutside
{
    [Fact]
    public async Task Ready_names_database_mail_and_disk()
    {
        await using var network = await TheNetwork.Begin();

        (await network.Client().GetStringAsync("/readyz")).ShouldBe("ok\ndatabase: ok\nmail: ok\ndisk: ok\n");

        network.Services.GetRequiredService<SendingTrouble>().Say("mail", "The mail server mail.example is away.");
        var troubled = await network.Client().GetAsync("/readyz");
        troubled.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await troubled.Content.ReadAsStringAsync()).ShouldBe("degraded\ndatabase: ok\nmail: degraded, letters wait; the desk’s home says why\ndisk: ok\n");
    }

    [Fact]
    public async Task A_mail_server_that_takes_no_connection_shows()
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Mail = s.Mail with { Smtp = Secretariat.Platform.Mailing.MailServer.TryParse($"smtp://127.0.0.1:{PostgresServer.FreePort()}?tls=none", ["smtp"]) } });

        (await network.Client().GetStringAsync("/readyz")).ShouldContain("mail: degraded, the mail server takes no connection");
    }

    [Fact]
    public async Task Measurements_are_for_this_machine_and_for_administrators()
    {
        await using var network = await OnTheWire();
        using var client = new HttpClient { BaseAddress = Address(network) };

        (await client.GetStringAsync("/healthz")).ShouldBe("Healthy");
        await client.GetStringAsync("/");
        (await client.GetStringAsync("/metrics")).ShouldContain("http_server_request_duration_seconds");
        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        (await client.SendAsync(proxied)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_form_larger_than_any_letter_is_refused_before_it_is_read()
    {
        await using var network = await OnTheWire();
        using var client = new HttpClient { BaseAddress = Address(network), DefaultRequestHeaders = { { "Origin", Address(network).GetLeftPart(UriPartial.Authority) } } };

        var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("Input.Email", new string('a', 300_000))]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_with_a_page_that_says_what_is_taken()
    {
        await using var network = await OnTheWire();
        // Only announced: it is refused by its length, before a byte of it is read.
        using var socket = new System.Net.Sockets.TcpClient("127.0.0.1", Address(network).Port);
        await using var wire = socket.GetStream();
        await wire.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"POST /desk/plan/A.iii/evidence HTTP/1.1\r\nHost: {Address(network).Authority}\r\nOrigin: {Address(network).GetLeftPart(UriPartial.Authority)}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 40000000\r\n\r\n"));
        var answer = await new StreamReader(wire).ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("That is too large");
        answer.ShouldContain("30 MB");
    }

    [Fact]
    public async Task Only_a_proxy_that_the_settings_name_is_believed()
    {
        var faults = new List<string>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Proxies"] = "127.0.0.1, ::1, 10.0.0.0/8" }).Build();
        var proxies = Proxies.Read(configuration, faults);
        faults.ShouldBeEmpty();
        await using var behind = await OnTheWire(s => s with { Proxies = proxies });
        await using var alone = await OnTheWire();

        foreach (var (network, strict) in new[] { (behind, true), (alone, false) })
        {
            using var client = new HttpClient { BaseAddress = Address(network), DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };
            (await client.GetAsync("/sign-in")).Headers.Contains("Strict-Transport-Security").ShouldBe(strict);
        }
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_named_at_the_start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Proxies"] = "my-proxy" }).Build();

        Should.Throw<SettingsFault>(() => Settings.From(configuration)).Message.ShouldContain("Site__Proxies");
    }

    private static Task<TheNetwork> OnTheWire(Func<Settings, Settings>? settings = null) =>
        TheNetwork.Begin(host: b => b.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0)), settings: settings);

    private static Uri Address(TheNetwork network) => new(network.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
