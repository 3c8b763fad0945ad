using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Web;

/// <summary>
/// What a person sees when a page failed. It is written here and not as a page of the site: those ask the database for the
/// site's name and for who is signed in, and the database may be what failed.
/// </summary>
public static class Troubles
{
    public static int Status(Exception fault) =>
        fault is BadHttpRequestException bad ? bad.StatusCode
        // What reading a form says of one with thousands of fields, or with parts that do not end.
        : fault is InvalidDataException ? StatusCodes.Status400BadRequest
        : fault is RuleBroken ? StatusCodes.Status422UnprocessableEntity
        : fault is DbUpdateConcurrencyException ? StatusCodes.Status409Conflict
        : DatabaseTrouble.Sentence(fault) is not null ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;

    public static (string Title, string Advice) Words(Exception fault) => fault switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ("That is too large", "Nothing was saved. Go back and send less, or a smaller file."),
        BadHttpRequestException or InvalidDataException => ("That form could not be read", "Nothing was saved. Go back, reload the page and send it again."),
        RuleBroken rule => ("That cannot be done", $"{rule.Message} Nothing was saved."),
        DbUpdateConcurrencyException => ("Somebody else changed this meanwhile", "Nothing was saved. Go back to copy what you typed, reload the page and look at what they changed."),
        _ when DatabaseTrouble.Sentence(fault) is { } sentence => ("Not just now", $"{sentence} Going back in your browser shows what you typed."),
        _ => ("Something went wrong here", "Nothing was half-saved. Please try again in a minute; the fault has been logged."),
    };

    public static Task Write(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>()!.Error;
        var (title, advice) = Words(fault);
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "60";
        return Write(http, title, advice);
    }

    internal static Task Write(HttpContext http, string title, string advice)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Html(title)}</title><link rel="stylesheet" href="/public.css"></head>
            <body><main class="wide part reading"><h1>{Html(title)}</h1><p>{Html(advice)}</p><p><a href="/">To the home page</a></p></main></body>
            </html>
            """, http.RequestAborted);
    }

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
