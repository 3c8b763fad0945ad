using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

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

public static class Forms
{
    /// <summary>
    /// Opens a page and presses a button of one of its forms, as a browser does: what the form holds already goes along, its own
    /// antiforgery token too, and nothing can be filled in that is not there. Whoever makes up what no page offers posts it plainly.
    /// </summary>
    /// <param name="action">Where the form, or one of its buttons, sends to; the page's own address when none is given.</param>
    public static async Task<HttpResponseMessage> Submit(this HttpClient browser, string page, string? action = null, params (string Name, string Value)[] values) =>
        await Press(browser, new Uri(browser.BaseAddress!, page), await browser.GetStringAsync(page), action, values);

    /// <summary>Presses the button once more on the page that came back, with what it asks besides.</summary>
    public static async Task<HttpResponseMessage> Again(this HttpClient browser, HttpResponseMessage shown, string? action = null, params (string Name, string Value)[] values) =>
        await Press(browser, shown.RequestMessage!.RequestUri!, await shown.Content.ReadAsStringAsync(), action, values);

    /// <summary>As whoever makes up a request: the token of a page that they may open, and whatever else they like.</summary>
    public static async Task<HttpResponseMessage> Forge(this HttpClient browser, string page, string action, params (string Name, string Value)[] values)
    {
        using var document = new HtmlParser().ParseDocument(await browser.GetStringAsync(page));
        var token = document.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!;
        return await browser.PostAsync(action, new FormUrlEncodedContent(values.Append((token.Name!, token.Value)).Select(v => new KeyValuePair<string, string>(v.Item1, v.Item2))));
    }

    private static async Task<HttpResponseMessage> Press(HttpClient browser, Uri page, string html, string? action, (string Name, string Value)[] values)
    {
        var target = action is null ? page : new Uri(page, action);
        using var document = new HtmlParser().ParseDocument(html);
        var forms = document.Forms.Where(f => f.Method == "post" && Targets(f, page).Contains(target)).ToList();
        if (forms.Count == 0) throw new InvalidOperationException($"No form of {page} sends to {target.PathAndQuery}.");
        var names = values.Select(v => v.Name).ToHashSet();
        var form = forms.FirstOrDefault(f => names.All(n => Fields(f).Any(e => NameOf(e) == n)))
            ?? throw new InvalidOperationException($"No form of {page} to {target.PathAndQuery} has all of {string.Join(", ", names.Except(forms.SelectMany(Fields).Select(NameOf)))}.");
        var held = Fields(form).Where(e => !names.Contains(NameOf(e))).SelectMany(Held);
        return await browser.PostAsync(target, new FormUrlEncodedContent(held.Concat(values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)))));
    }

    private static IEnumerable<Uri> Targets(IHtmlFormElement form, Uri page) =>
        form.QuerySelectorAll("[formaction]").Select(b => b.GetAttribute("formaction")).Append(form.GetAttribute("action")).Select(a => string.IsNullOrEmpty(a) ? page : new Uri(page, a));

    private static IEnumerable<IElement> Fields(IHtmlFormElement form) => form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]").Where(e => !e.HasAttribute("disabled"));

    private static string NameOf(IElement field) => field.GetAttribute("name")!;

    private static IEnumerable<KeyValuePair<string, string>> Held(IElement field) => (field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.Value] : [],
        IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlSelectElement list => list.Options.Where(o => o.IsSelected).Select(o => o.Value),
        IHtmlTextAreaElement area => [area.Value],
        _ => Enumerable.Empty<string>(),
    }).Select(value => new KeyValuePair<string, string>(NameOf(field), value));
}
