using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about places and tickets.</summary>
internal static class ConferenceAccess
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /events/{slug}/place"] = AccessTable.Everybody,
        ["POST /events/{slug}/place"] = AccessTable.Everybody,
        ["GET /a/place/{token}"] = AccessTable.Everybody,
        ["POST /a/place/{token}"] = AccessTable.Everybody,
        ["GET /a/places/{token}"] = AccessTable.Everybody,
        ["POST /a/places/{token}"] = AccessTable.Everybody,
        ["GET /a/ticket/{token}"] = AccessTable.Everybody,
        ["POST /a/ticket/{token}"] = AccessTable.Everybody,
        ["GET /a/ticket/{token}.png"] = AccessTable.Everybody,
        ["GET /my/conference"] = AccessTable.My,
        ["POST /my/conference"] = AccessTable.My,
        ["GET /my/conference/{id:guid}"] = AccessTable.My,
        ["POST /my/conference/{id:guid}"] = AccessTable.My,
        ["GET /desk/events/{id:guid}/check-in"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/check-in"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/check-in?handler=Undo"] = AccessTable.Desk,
        ["GET /desk/events/{id:guid}/door-list"] = AccessTable.Desk,
        ["GET /desk/events/{id:guid}/places"] = AccessTable.Desk,
        ["GET /desk/events/{id:guid}/places?handler=Csv"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=Ask"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=Clear"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=Each"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=Leave"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=One"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=Share"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places?handler=TakeBack"] = AccessTable.Desk,
        ["GET /desk/events/{id:guid}/places/{allocation:guid}"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/places/{allocation:guid}"] = AccessTable.Desk,
        ["GET /desk/events/{id:guid}/programme"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/programme"] = AccessTable.Desk,
        ["POST /desk/events/{id:guid}/programme?handler=Drop"] = AccessTable.Desk,
        ["GET /api/v1/events/{id:guid}/allocations"] = AccessTable.Desk,
    };
}
