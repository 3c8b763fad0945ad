using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Platform.Web;

public static class WebSetup
{
    /// <summary>Of a list on a form. How many fields a form may have at all, each page that has lists says itself.</summary>
    public const int MostRows = 5000;

    public static void AddWeb(this IServiceCollection services, Settings settings)
    {
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/";
            o.Conventions.Add(new RoomConvention());
        }).AddMvcOptions(o =>
        {
            o.Filters.Add(new KnownHandlers());
            o.MaxModelBindingCollectionSize = MostRows;
            o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((typed, _) => $"“{typed}” cannot be read here. A day is written 2017-12-01.");
            o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "This is needed.");
            o.ModelMetadataDetailsProviders.Add(new PlainSentences());
        })
            // No script checks forms in the browser, and an empty summary prepared for one carries an inline style.
            .AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false);
        PagesWhenAsked.Add(services);
        // Pages are UTF-8: "Chairs’" needs no entity, and letters stay readable in their source.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "secretariat-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = settings.Url.Scheme == "https" ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 32 * 1024 * 1024;
        });
        services.AddSingleton<ITagHelperInitializer<FormTagHelper>, AnonymousForms>();
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddApi();
        services.AddProblemDetails();
        services.AddOutputCache(o => o.AddPolicy(PublicCache.Policy, new PublicCache.Rule()));
        services.AddSingleton<Contracts.IWatchCommits, PublicCache>();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<SafeHeaders>();
        app.UseErrors();
        app.UseRouting();
        // After the routing, so that the disk is looked at only where there is no page.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = f => f.Context.Response.Headers.CacheControl = "public, max-age=86400" });
        // Before who is asking is looked up: a kept page is the same for everybody. And outside the compression, so that it is done once.
        app.UseOutputCache();
        app.UseMiddleware<SameOrigin>();
        app.Use(RefuseTooLarge);
        app.Use(RefuseUnknown);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseResponseCompression();
        app.MapRazorPages();
        app.MapPublicFiles();
        app.MapApi();
    }

    /// <summary>Neither a page nor a file: further on the fallback policy would ask a visitor to sign in for it.</summary>
    private static Task RefuseUnknown(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>By its announced length, before it is read: a form that breaks off while it is bound would only look empty.</summary>
    private static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most || context.Request.ContentLength is null || context.Request.ContentLength <= most) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        // Written here: a page would be called with the same request, and be refused as it was. The API's errors come from elsewhere.
        return ApiSetup.IsApi(context) ? Task.CompletedTask : Troubles.Write(context, "That is too large", $"At most {Size(most)} can be sent here at once. Nothing was saved. Go back and send less, or a smaller file.");
    }

    private static string Size(long bytes) => bytes >= 1024 * 1024 ? $"{bytes / 1024 / 1024} MB" : $"{bytes / 1024} KB";
}
