using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about influence: engagements, consultations and lines.</summary>
internal static class InfluenceTable
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /a/p/{token}"] = AccessTable.Everybody,
        ["POST /a/p/{token}"] = AccessTable.Everybody,
        ["GET /my/influence"] = AccessTable.My,
        ["POST /my/influence"] = AccessTable.My,
        ["POST /my/influence?handler=End"] = AccessTable.My,
        ["POST /my/influence?handler=Still"] = AccessTable.My,
        ["GET /my/promises/{id:guid}"] = AccessTable.My,
        ["POST /my/promises/{id:guid}"] = AccessTable.My,
        ["GET /desk/influence/engagements"] = AccessTable.Desk,
        ["POST /desk/influence/engagements"] = AccessTable.Desk,
        ["GET /desk/influence/engagements/new"] = AccessTable.Desk,
        ["POST /desk/influence/engagements/new"] = AccessTable.Desk,
        ["GET /desk/influence/engagements/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/influence/engagements/{id:guid}?handler=Promise"] = AccessTable.Desk,
        ["POST /desk/influence/engagements/{id:guid}?handler=Settle"] = AccessTable.Desk,
        ["POST /desk/influence/engagements/{id:guid}?handler=TakeBack"] = AccessTable.Desk,
        ["GET /desk/influence/organisations/{code}"] = AccessTable.Desk,
        ["POST /desk/influence/organisations/{code}"] = AccessTable.Desk,
        ["POST /desk/influence/organisations/{code}?handler=End"] = AccessTable.Desk,
        ["POST /desk/influence/organisations/{code}?handler=Talk"] = AccessTable.Desk,
    };
}
