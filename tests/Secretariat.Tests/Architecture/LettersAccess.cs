using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The routes of personal data, timelines, audiences and notices: a part of <see cref="AccessTable"/>, which would be too long with them.</summary>
public static class LettersAccess
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /desk/people/{id:guid}/data"] = AccessTable.Desk,
        ["POST /desk/people/{id:guid}/data"] = AccessTable.Desk,
        ["GET /desk/people/{id:guid}/timeline"] = AccessTable.Desk,
        ["GET /desk/members/{code}/timeline"] = AccessTable.Desk,
        ["GET /desk/audiences"] = AccessTable.Desk,
        ["GET /desk/audiences/new"] = AccessTable.Desk,
        ["POST /desk/audiences/new"] = AccessTable.Desk,
        ["POST /desk/audiences/new?handler=Look"] = AccessTable.Desk,
        ["GET /desk/audiences/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/audiences/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/audiences/{id:guid}?handler=Look"] = AccessTable.Desk,
        ["GET /desk/notices"] = AccessTable.Desk,
        ["GET /desk/notices/new"] = AccessTable.Desk,
        ["POST /desk/notices/new"] = AccessTable.Desk,
        ["GET /desk/notices/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/notices/{id:guid}"] = AccessTable.Desk,
        ["GET /desk/notices/{id:guid}/edit"] = AccessTable.Desk,
        ["POST /desk/notices/{id:guid}/edit"] = AccessTable.Desk,
        ["GET /desk/notices/{id:guid}/letter"] = AccessTable.Desk,
        ["POST /desk/notices/{id:guid}?handler=Test"] = AccessTable.Desk,
        ["GET /u/notices/{token}"] = AccessTable.Everybody,
        ["POST /u/notices/{token}"] = AccessTable.Everybody,
    };
}
