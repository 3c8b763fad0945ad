using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Secretariat.Platform.Web;

/// <summary>
/// A POST to a page that only shows, or to a handler that the page does not have, is answered 404. Left alone, Razor Pages skips
/// the first and renders the page with nothing loaded, and takes the page's main button for the second.
/// </summary>
public sealed class KnownHandlers : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.ActionDescriptor.HandlerMethods.Count == 0) return;
        var request = context.HttpContext.Request;
        var asked = HttpMethods.IsPost(request.Method) ? request.Query["handler"].ToString() : "";
        if (context.HandlerMethod is null || (asked.Length > 0 && !string.Equals(context.HandlerMethod.Name, asked, StringComparison.OrdinalIgnoreCase))) context.Result = new NotFoundResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
