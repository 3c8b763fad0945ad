using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Events.Conference;

/// <summary>The picture of a ticket's code, for its letter and its page.</summary>
public static class TicketPictures
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/a/ticket/{token}.png", async (string token, HttpContext http, Db db, TicketTokens tokens, Settings settings, CancellationToken ct) =>
    {
        http.Response.Headers.CacheControl = "private, max-age=86400";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return tokens.ReadTicket(token) is { } id && await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is { } ticket
            ? Results.Bytes(Qr.Png(settings.Url, ticket), "image/png") : Results.NotFound();
    }).AllowAnonymous();
}
