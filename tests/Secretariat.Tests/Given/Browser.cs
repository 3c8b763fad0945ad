using System.Net;
using System.Text.RegularExpressions;

namespace Secretariat.Tests.Given;

/// <summary>Cookies and forms as a browser without script has them.</summary>
public sealed class Browser(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly CookieContainer _cookies = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        if (request.Method != HttpMethod.Get && !request.Headers.Contains("Origin")) request.Headers.Add("Origin", request.RequestUri!.GetLeftPart(UriPartial.Authority));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) _cookies.SetCookies(request.RequestUri!, cookie);
        return response;
    }
}

public static partial class Forms
{
    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    /// <summary>Opens a page and posts its form with these values, the antiforgery token included.</summary>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string page, string? action = null, params (string Name, string Value)[] values)
    {
        var html = await browser.GetStringAsync(page);
        var fields = values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)).ToList();
        if (TokenField().Match(html) is { Success: true } token) fields.Add(new("__RequestVerificationToken", WebUtility.HtmlDecode(token.Groups[1].Value)));
        return await browser.PostAsync(action ?? page, new FormUrlEncodedContent(fields));
    }
}
