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
        ["GET /my/consultations"] = AccessTable.My,
        ["GET /my/consultations/{id:guid}"] = AccessTable.My,
        ["POST /my/consultations/{id:guid}"] = AccessTable.My,
        ["POST /my/consultations/{id:guid}?handler=TakeOut"] = AccessTable.My,
        ["GET /my/consultations/{id:guid}/sent/{submission:guid}"] = AccessTable.My,
        ["GET /my/lines"] = AccessTable.My,
        ["POST /my/lines"] = AccessTable.My,
        ["POST /my/lines?handler=End"] = AccessTable.My,
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
        ["GET /desk/influence/consultations"] = AccessTable.Desk,
        ["GET /desk/influence/consultations/new"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/new"] = AccessTable.Desk,
        ["GET /desk/influence/consultations/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Decide"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Draft"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Put"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Sent"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=TakeOut"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Tie"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}?handler=Views"] = AccessTable.Desk,
        ["GET /desk/influence/consultations/{id:guid}/edit"] = AccessTable.Desk,
        ["POST /desk/influence/consultations/{id:guid}/edit"] = AccessTable.Desk,
        ["GET /desk/influence/consultations/{id:guid}/sent/{submission:guid}"] = AccessTable.Desk,
        ["GET /desk/lines"] = AccessTable.Desk,
        ["POST /desk/lines"] = AccessTable.Desk,
        ["GET /desk/lines/new"] = AccessTable.Desk,
        ["POST /desk/lines/new"] = AccessTable.Desk,
        ["GET /api/v1/consultations"] = AccessTable.Desk,
        ["GET /api/v1/engagements"] = AccessTable.Desk,
    };
}
