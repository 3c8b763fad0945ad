using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Secretariat.Browser.DemoSite))]

namespace Secretariat.Browser;

/// <summary>The demo on 16 October 2017 as a newcomer starts it, and Debian's Chromium in front of it.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretariat-browser-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private Task<int>? _running;
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Address = $"http://localhost:{port}";
        _running = Verbs.Root().Parse(["demo", "--port", $"{port}", "--data", Path.Combine(_folder, "demo")]).InvokeAsync(cancellationToken: _stop.Token);
        using var http = new HttpClient();
        for (var tries = 0; !await Answers(http); tries++)
        {
            if (_running.IsCompleted) throw new InvalidOperationException($"The demo ended with {await _running}.");
            if (tries > 1200) throw new TimeoutException("The demo did not answer.");
            await Task.Delay(200);
        }
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    /// <summary>A fresh browser, signed in as a role of the demo; null is a visitor.</summary>
    public async Task<IPage> Visit(string? role, int width = 1440, bool script = true)
    {
        var context = await _chromium!.NewContextAsync(new() { BaseURL = Address, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        if (role is not null) await page.GotoAsync($"/demo/as/{role}");
        return page;
    }

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            return (await http.GetAsync(Address + "/healthz")).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _playwright?.Dispose();
        await _stop.CancelAsync();
        if (_running is not null) await _running;
        Directory.Delete(_folder, recursive: true);
    }
}
