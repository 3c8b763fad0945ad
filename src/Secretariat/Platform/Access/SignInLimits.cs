using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Access;

/// <summary>How often one address of the internet may try to sign in: a council's people share one, and thirty of them may within ten minutes.</summary>
public sealed class SignInLimits() : FormLimits(fromOne: 30, fromAll: null);

/// <summary>
/// On the pages of signing in. The house's own and not the framework's middleware, whose limiter is never disposed: its timer
/// keeps a stopped program in memory, which a test run of a thousand programs feels.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedSignInAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || http.RequestServices.GetRequiredService<SignInLimits>().Take(http.Connection.RemoteIpAddress)) return next();
        http.Response.Headers.RetryAfter = "60";
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
        return Task.CompletedTask;
    }
}
