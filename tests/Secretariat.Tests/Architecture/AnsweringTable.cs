using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about enquiries and media: one file would be too long.</summary>
internal static class AnsweringTable
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /contact"] = AccessTable.Everybody,
        ["POST /contact"] = AccessTable.Everybody,
        ["GET /contact/sent"] = AccessTable.Everybody,
        ["GET /a/h/{token}"] = AccessTable.Everybody,
        ["POST /a/h/{token}"] = AccessTable.Everybody,
        ["GET /my/enquiries"] = AccessTable.My,
        ["GET /my/enquiries/{id:guid}"] = AccessTable.My,
        ["POST /my/enquiries/{id:guid}"] = AccessTable.My,
        ["GET /my/media"] = AccessTable.My,
        ["POST /my/media"] = AccessTable.My,
        ["GET /desk/enquiries"] = AccessTable.Desk,
        ["GET /desk/enquiries/contacts"] = AccessTable.Desk,
        ["POST /desk/enquiries/contacts"] = AccessTable.Desk,
        ["GET /desk/enquiries/new"] = AccessTable.Desk,
        ["POST /desk/enquiries/new"] = AccessTable.Desk,
        ["GET /desk/enquiries/numbers"] = AccessTable.Desk,
        ["GET /desk/enquiries/settings"] = AccessTable.Desk,
        ["POST /desk/enquiries/settings"] = AccessTable.Desk,
        ["GET /desk/enquiries/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}?handler=Note"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}?handler=Read"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}?handler=Reopen"] = AccessTable.Desk,
        ["GET /desk/enquiries/{id:guid}/answer"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}/answer"] = AccessTable.Desk,
        ["GET /desk/enquiries/{id:guid}/close"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}/close"] = AccessTable.Desk,
        ["GET /desk/enquiries/{id:guid}/erase"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}/erase"] = AccessTable.Desk,
        ["GET /desk/enquiries/{id:guid}/handover"] = AccessTable.Desk,
        ["POST /desk/enquiries/{id:guid}/handover"] = AccessTable.Desk,
        ["GET /desk/media"] = AccessTable.Desk,
        ["GET /desk/media/new"] = AccessTable.Desk,
        ["POST /desk/media/new"] = AccessTable.Desk,
        ["GET /desk/media/speakers"] = AccessTable.Desk,
        ["GET /desk/media/speakers/{person:guid}"] = AccessTable.Desk,
        ["POST /desk/media/speakers/{person:guid}"] = AccessTable.Desk,
        ["GET /desk/media/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/media/{id:guid}?handler=Call"] = AccessTable.Desk,
        ["POST /desk/media/{id:guid}?handler=Settle"] = AccessTable.Desk,
        ["GET /api/v1/enquiries"] = AccessTable.Desk,
    };
}
