using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>
/// Who may call what: every route of the program, each method on a line of its own, in the order of the addresses.
/// A route that is missing here fails the crawl, which prints the line to add; add it only when it says what you meant.
/// </summary>
public static class AccessTable
{
    /// <summary>Null is somebody who is not signed in.</summary>
    public static readonly Role?[] Callers = [null, .. Enum.GetValues<Role>().Select(r => (Role?)r)];

    public static readonly Role?[] Everybody = Callers;
    public static readonly Role?[] Desk = [Role.Admin, Role.Staff];
    public static readonly Role?[] Admins = [Role.Admin];
    public static readonly Role?[] My = [Role.Sponsor, Role.Chair, Role.ChiefExecutive, Role.BoardMember, Role.Officer, Role.Press, Role.Pa, Role.Board];

    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        // Public
        ["GET /"] = Everybody,
        ["GET /accessibility"] = Everybody,
        ["GET /accent.css"] = Everybody,
        ["GET /api"] = Everybody,
        ["GET /api/{documentName}/openapi.json"] = Everybody,
        ["GET /areas.svg"] = Everybody,
        ["GET /find"] = Everybody,
        ["GET /healthz"] = Everybody,
        ["GET /icon.svg"] = Everybody,
        ["GET /members"] = Everybody,
        ["GET /members/{code}"] = Everybody,
        ["GET /privacy"] = Everybody,
        ["GET /problem/{code:int}"] = Everybody,
        ["POST /problem/{code:int}"] = Everybody,
        ["GET /readyz"] = Everybody,
        ["GET /robots.txt"] = Everybody,
        ["GET /sign-in"] = Everybody,
        ["POST /sign-in"] = Everybody,
        ["GET /sign-in/code"] = Everybody,
        ["POST /sign-in/code"] = Everybody,
        ["GET /sign-in/{token:length(48)}"] = Everybody,
        ["POST /sign-in/{token:length(48)}"] = Everybody,
        ["GET /sign-out"] = Everybody,
        ["POST /sign-out"] = Everybody,
        ["GET /sitemap.xml"] = Everybody,
        ["GET /sources"] = Everybody,
        ["GET /{*path}"] = Everybody,
        // Link
        ["GET /u/{token}"] = Everybody,
        ["POST /u/{token}"] = Everybody,
        // My
        ["GET /my"] = My,
        // Desk
        ["GET /desk"] = Desk,
        ["GET /desk/audit"] = Desk,
        ["GET /desk/audit/{type}/{id:guid}"] = Desk,
        ["GET /desk/board"] = Desk,
        ["GET /desk/calendar"] = Desk,
        ["GET /desk/calendar/again"] = Desk,
        ["POST /desk/calendar/again"] = Desk,
        ["GET /desk/calendar/{id:guid}"] = Desk,
        ["POST /desk/calendar/{id:guid}"] = Desk,
        ["POST /desk/calendar/{id:guid}?handler=Drop"] = Desk,
        ["POST /desk/calendar/{id:guid}?handler=LetGo"] = Desk,
        ["GET /desk/deliveries/{id:guid}"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Again"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Arrived"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Cancel"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Lost"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Pause"] = Desk,
        ["POST /desk/deliveries/{id:guid}?handler=Resume"] = Desk,
        ["GET /desk/deliveries/{id:guid}/live"] = Desk,
        ["GET /desk/evidence/{id:guid}/file"] = Desk,
        ["GET /desk/evidence/{id:guid}/take-back"] = Desk,
        ["POST /desk/evidence/{id:guid}/take-back"] = Desk,
        ["GET /desk/groupings/{code}"] = Desk,
        ["GET /desk/groupings/{code}/edit"] = Desk,
        ["POST /desk/groupings/{code}/edit"] = Desk,
        ["GET /desk/groupings/{code}/seat/fill"] = Desk,
        ["POST /desk/groupings/{code}/seat/fill"] = Desk,
        ["GET /desk/groupings/{code}/seat/vacate"] = Desk,
        ["POST /desk/groupings/{code}/seat/vacate"] = Desk,
        ["GET /desk/letters/{id:guid}/allow"] = Desk,
        ["POST /desk/letters/{id:guid}/allow"] = Desk,
        ["GET /desk/mailbox"] = Desk,
        ["GET /desk/mailbox/{id:guid}"] = Desk,
        ["GET /desk/mailbox/{id:guid}/html"] = Desk,
        ["GET /desk/mailbox/{id:guid}/source"] = Desk,
        ["GET /desk/members"] = Desk,
        ["GET /desk/members/{code}"] = Desk,
        ["GET /desk/members/{code}/edit"] = Desk,
        ["POST /desk/members/{code}/edit"] = Desk,
        ["GET /desk/members/{code}/grouping"] = Desk,
        ["POST /desk/members/{code}/grouping"] = Desk,
        ["GET /desk/organisations"] = Desk,
        ["GET /desk/people"] = Desk,
        ["GET /desk/plan/costs"] = Desk,
        ["GET /desk/rules"] = Desk,
        ["GET /desk/people/new"] = Desk,
        ["POST /desk/people/new"] = Desk,
        ["GET /desk/people/{id:guid}"] = Desk,
        ["GET /desk/people/{id:guid}/edit"] = Desk,
        ["POST /desk/people/{id:guid}/edit"] = Desk,
        ["GET /desk/people/{id:guid}/erase"] = Desk,
        ["POST /desk/people/{id:guid}/erase"] = Desk,
        ["GET /desk/people/{id:guid}/positions/new"] = Desk,
        ["POST /desk/people/{id:guid}/positions/new"] = Desk,
        ["GET /desk/plan"] = Desk,
        ["GET /desk/plan/road/{id:guid}"] = Desk,
        ["POST /desk/plan/road/{id:guid}"] = Desk,
        ["GET /desk/plan/{code}"] = Desk,
        ["GET /desk/plan/{code}/edit"] = Desk,
        ["POST /desk/plan/{code}/edit"] = Desk,
        ["GET /desk/plan/{code}/evidence"] = Desk,
        ["POST /desk/plan/{code}/evidence"] = Desk,
        ["GET /desk/positions/{id:guid}/edit"] = Desk,
        ["POST /desk/positions/{id:guid}/edit"] = Desk,
        ["GET /desk/positions/{id:guid}/end"] = Desk,
        ["POST /desk/positions/{id:guid}/end"] = Desk,
        // Watching: also from the machine itself, which the crawl is not
        ["GET /metrics"] = Admins,
        // Api
        ["GET /api/v1/find"] = Everybody,
        ["GET /api/v1/members"] = Everybody,
        ["GET /api/v1/members/{code}"] = Everybody,
        ["GET /desk/bulletins"] = Desk,
        ["GET /desk/bulletins/new"] = Desk,
        ["POST /desk/bulletins/new"] = Desk,
        ["GET /desk/bulletins/{id:guid}"] = Desk,
        ["GET /desk/bulletins/{id:guid}/approve"] = Desk,
        ["POST /desk/bulletins/{id:guid}/approve"] = Desk,
        ["GET /desk/bulletins/{id:guid}/cancel"] = Desk,
        ["POST /desk/bulletins/{id:guid}/cancel"] = Desk,
        ["GET /desk/bulletins/{id:guid}/edit"] = Desk,
        ["POST /desk/bulletins/{id:guid}/edit"] = Desk,
        ["POST /desk/bulletins/{id:guid}/edit?handler=Down"] = Desk,
        ["POST /desk/bulletins/{id:guid}/edit?handler=Drop"] = Desk,
        ["POST /desk/bulletins/{id:guid}/edit?handler=Gather"] = Desk,
        ["POST /desk/bulletins/{id:guid}/edit?handler=Up"] = Desk,
        ["GET /desk/bulletins/{id:guid}/letter"] = Desk,
        ["GET /desk/bulletins/{id:guid}/preview"] = Desk,
        ["POST /desk/bulletins/{id:guid}/preview"] = Desk,
        ["GET /desk/bulletins/{id:guid}/schedule"] = Desk,
        ["POST /desk/bulletins/{id:guid}/schedule"] = Desk,
        ["POST /desk/bulletins/{id:guid}/schedule?handler=Now"] = Desk,
        ["POST /desk/bulletins/{id:guid}/schedule?handler=Unschedule"] = Desk,
        ["GET /desk/items"] = Desk,
        ["GET /desk/items/new"] = Desk,
        ["POST /desk/items/new"] = Desk,
        ["GET /desk/items/{id:guid}"] = Desk,
        ["POST /desk/items/{id:guid}"] = Desk,
        // Api
        ["GET /api/v1/letters"] = Desk,
        ["GET /api/v1/plan/outcomes"] = Desk,
        ["GET /api/v1/{**rest}"] = Everybody,
    };

    /// <summary>POSTs that other programs send without an origin, and that act by what their address holds.</summary>
    public static readonly string[] FromAnywhere = ["POST /problem/{code:int}", "POST /u/{token}"];
}
