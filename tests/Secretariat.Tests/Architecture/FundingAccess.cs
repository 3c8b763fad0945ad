using Secretariat.Platform.Access;

namespace Secretariat.Tests.Architecture;

/// <summary>The part of the table of rights about money: budget, commitments, deals. A sponsor has one page and no other.</summary>
internal static class FundingAccess
{
    public static readonly IReadOnlyDictionary<string, Role?[]> Who = new Dictionary<string, Role?[]>
    {
        ["GET /my/funding"] = AccessTable.My,
        ["GET /my/sponsorship"] = [Role.Sponsor],
        ["GET /desk/funding"] = AccessTable.Desk,
        ["GET /desk/funding?handler=Lines"] = AccessTable.Desk,
        ["GET /desk/funding/lines/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/funding/lines/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/funding/lines/{id:guid}?handler=Close"] = AccessTable.Desk,
        ["POST /desk/funding/lines/{id:guid}?handler=TakeBack"] = AccessTable.Desk,
        ["GET /desk/funding/entries/{id:guid}/file"] = AccessTable.Desk,
        ["GET /desk/funding/benefits/{id:guid}/file"] = AccessTable.Desk,
        ["GET /desk/funding/commitments"] = AccessTable.Desk,
        ["POST /desk/funding/commitments"] = AccessTable.Desk,
        ["GET /desk/funding/deals"] = AccessTable.Desk,
        ["GET /desk/funding/deals/new"] = AccessTable.Desk,
        ["POST /desk/funding/deals/new"] = AccessTable.Desk,
        ["GET /desk/funding/deals/{id:guid}"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=ByHand"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=Drop"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=Move"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=Next"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=Promise"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=Show"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}?handler=TakeOff"] = AccessTable.Desk,
        ["GET /desk/funding/deals/{id:guid}/edit"] = AccessTable.Desk,
        ["POST /desk/funding/deals/{id:guid}/edit"] = AccessTable.Desk,
        ["GET /api/v1/budget"] = AccessTable.Desk,
        ["GET /api/v1/deals"] = AccessTable.Desk,
    };
}
