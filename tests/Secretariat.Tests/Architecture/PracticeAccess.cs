using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about practice: one file would be too long.</summary>
internal static class PracticeAccess
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /practice"] = AccessTable.Everybody,
        ["GET /practice/{slug}"] = AccessTable.Everybody,
        ["GET /api/v1/practice"] = AccessTable.Everybody,
        ["GET /a/q/{token}"] = AccessTable.Everybody,
        ["POST /a/q/{token}"] = AccessTable.Everybody,
        ["GET /my/practice"] = AccessTable.My,
        ["GET /my/practice/new"] = AccessTable.My,
        ["POST /my/practice/new"] = AccessTable.My,
        ["POST /my/practice/new?handler=Alike"] = AccessTable.My,
        ["GET /my/practice/{id:guid}"] = AccessTable.My,
        ["POST /my/practice/{id:guid}?handler=NoUse"] = AccessTable.My,
        ["POST /my/practice/{id:guid}?handler=Offer"] = AccessTable.My,
        ["POST /my/practice/{id:guid}?handler=TakeBack"] = AccessTable.My,
        ["POST /my/practice/{id:guid}?handler=Use"] = AccessTable.My,
        ["GET /my/practice/{id:guid}/edit"] = AccessTable.My,
        ["POST /my/practice/{id:guid}/edit"] = AccessTable.My,
        ["POST /my/practice/{id:guid}/edit?handler=Alike"] = AccessTable.My,
        ["GET /my/practice/questions"] = AccessTable.My,
        ["GET /my/practice/questions/new"] = AccessTable.My,
        ["POST /my/practice/questions/new"] = AccessTable.My,
        ["POST /my/practice/questions/new?handler=Alike"] = AccessTable.My,
        ["GET /my/practice/questions/{id:guid}"] = AccessTable.My,
        ["POST /my/practice/questions/{id:guid}"] = AccessTable.My,
        ["GET /desk/practice"] = AccessTable.Desk,
        ["GET /desk/practice/new"] = AccessTable.Desk,
        ["POST /desk/practice/new"] = AccessTable.Desk,
        ["POST /desk/practice/new?handler=Alike"] = AccessTable.Desk,
        ["GET /desk/practice/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}?handler=Back"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}?handler=NoUse"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}?handler=Share"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}?handler=TakeBack"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}?handler=Use"] = AccessTable.Desk,
        ["GET /desk/practice/{id:guid}/edit"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}/edit"] = AccessTable.Desk,
        ["POST /desk/practice/{id:guid}/edit?handler=Alike"] = AccessTable.Desk,
        ["GET /desk/practice/questions"] = AccessTable.Desk,
        ["GET /desk/practice/questions/new"] = AccessTable.Desk,
        ["POST /desk/practice/questions/new"] = AccessTable.Desk,
        ["POST /desk/practice/questions/new?handler=Alike"] = AccessTable.Desk,
        ["GET /desk/practice/questions/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/practice/questions/{id:guid}?handler=Answer"] = AccessTable.Desk,
        ["POST /desk/practice/questions/{id:guid}?handler=AnswerOut"] = AccessTable.Desk,
        ["POST /desk/practice/questions/{id:guid}?handler=Close"] = AccessTable.Desk,
        ["POST /desk/practice/questions/{id:guid}?handler=Out"] = AccessTable.Desk,
    };
}
