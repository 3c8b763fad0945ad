using Secretariat.Funding.Deals;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>Before a sponsor is asked, staff see which members talk to it already.</summary>
public sealed class TalksBeforeDeals(Db db) : IMemberTalks
{
    public async Task<IReadOnlyList<TalkingMember>> With(Guid organisation, CancellationToken ct) =>
        (await TalkLine.Of(db, db.Set<MemberTalk>().Where(t => t.Organisation == organisation), ct)).ConvertAll(l => new TalkingMember(l.MemberCode, l.Member, l.Talk.About, l.Talk.Who, l.Talk.Last));
}
