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
        ["GET /desk/reports/annual"] = AccessTable.Desk,
        ["POST /desk/reports/annual?handler=Approve"] = AccessTable.Desk,
        ["POST /desk/reports/annual?handler=Back"] = AccessTable.Desk,
        ["POST /desk/reports/annual?handler=Off"] = AccessTable.Desk,
        ["POST /desk/reports/annual?handler=Open"] = AccessTable.Desk,
        ["POST /desk/reports/annual?handler=Words"] = AccessTable.Desk,
        ["GET /desk/reports/annual/report.pdf"] = AccessTable.Desk,
        ["GET /desk/reports/annual/{code}"] = AccessTable.Desk,
        ["POST /desk/reports/annual/{code}"] = AccessTable.Desk,
        ["GET /my/report"] = AccessTable.My,
        ["GET /my/report/{member:guid}"] = AccessTable.My,
        ["POST /my/report/{member:guid}"] = AccessTable.My,
        ["GET /a/f/{token}"] = AccessTable.Everybody,
        ["POST /a/f/{token}"] = AccessTable.Everybody,
        ["GET /report/{year}"] = AccessTable.Everybody,
        ["GET /report/{year}/{code}"] = AccessTable.Everybody,
        ["GET /my/year"] = AccessTable.My,
        ["GET /desk/members/{code}/year"] = AccessTable.Desk,
        ["GET /api/v1/reports"] = AccessTable.Desk,
    };
}
