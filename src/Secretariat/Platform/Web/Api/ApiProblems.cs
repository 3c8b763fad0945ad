using Microsoft.AspNetCore.WebUtilities;

namespace Secretariat.Platform.Web.Api;

/// <summary>
/// Writes the API's errors whatever the asker accepts: the framework's own writer answers a browser, which asks for
/// <c>text/html</c>, with plain text or nothing, and whoever looks at an address in a browser learns least.
/// </summary>
public sealed class ApiProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => ApiSetup.IsApi(context.HttpContext);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (problem, response) = (context.ProblemDetails, context.HttpContext.Response);
        problem.Status ??= response.StatusCode;
        if (context.Exception is { } fault && problem.Status != StatusCodes.Status500InternalServerError) problem.Detail ??= Troubles.Words(fault).Advice;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        response.StatusCode = problem.Status.Value;
        await response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", context.HttpContext.RequestAborted);
    }
}
