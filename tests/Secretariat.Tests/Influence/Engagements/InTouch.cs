using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Members.Organisations;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Engagements;

/// <summary>The network of three on Monday 3 December 2018, with a business organisation to talk to and a Chair on its Board.</summary>
internal static class InTouch
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static DateOnly Today(this TheNetwork network) => DateOnly.FromDateTime(network.Now.UtcDateTime);

    public static async Task<TheNetwork> Begin()
    {
        var network = await TheDiary.Begin();
        await network.Has(new Organisation("smithy", "Guild of Smiths", OrganisationKind.BusinessOrganisation));
        return network;
    }

    public static Task<Guid> Body(this TheNetwork network, string code) => network.Db(db => db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(Ct));

    /// <summary>Logs a contact as staff do; by Ottoline Marsh of the team when nobody else is named.</summary>
    public static async Task<Engagement> Logs(this TheNetwork network, string code = "smithy", DateOnly? on = null, string said = "Apprentices, and who pays for them.", string ours = "Ottoline Marsh", DateOnly? next = null, params PromiseDraft[] promises)
    {
        var (body, who) = (await network.Body(code), await network.PersonCalled(ours));
        return await network.In(s => s.GetRequiredService<LogEngagement>().Run(new EngagementDraft(body, on ?? network.Today(), said) { NextOn = next }, new WhoMet([who], [], null), promises, TheNetwork.Staff, network.Now, Ct));
    }

    public static Task<IReadOnlyList<Secretariat.Platform.Contracts.TodayTask>> OnTheList(this TheNetwork network) =>
        network.In(s => s.GetServices<Secretariat.Platform.Contracts.IToday>().OfType<EngagementsToday>().Single().For(network.Today(), Ct));
}
