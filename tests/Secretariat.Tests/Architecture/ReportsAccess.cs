using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about reports: one file would be too long.</summary>
internal static class ReportsAccess
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /desk/reports"] = AccessTable.Desk,
        ["POST /desk/reports"] = AccessTable.Desk,
        ["GET /desk/reports/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/reports/{id:guid}?handler=Again"] = AccessTable.Desk,
        ["POST /desk/reports/{id:guid}?handler=Correct"] = AccessTable.Desk,
        ["POST /desk/reports/{id:guid}?handler=Issue"] = AccessTable.Desk,
        ["POST /desk/reports/{id:guid}?handler=Share"] = AccessTable.Desk,
        ["GET /desk/reports/{id:guid}/report.pdf"] = AccessTable.Desk,
        ["GET /desk/reports/{id:guid}/words"] = AccessTable.Desk,
        ["POST /desk/reports/{id:guid}/words"] = AccessTable.Desk,
        ["GET /my/reports"] = AccessTable.My,
        ["GET /my/reports/{id:guid}"] = AccessTable.My,
        ["GET /my/reports/{id:guid}/report.pdf"] = AccessTable.My,
        ["GET /api/v1/reports"] = AccessTable.Desk,
    };
}
