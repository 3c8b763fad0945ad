using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Influence.Consultations;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Consultations;

/// <summary>Four members on 16 October 2017, and a treasury that consults them.</summary>
internal static class TakenUp
{
    public const string Text = "Members ask for one pot for each area, with a budget for five years.";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static readonly DateOnly Deadline = new(2017, 11, 20);

    public static async Task<TheNetwork> Begin(int members = 4)
    {
        var network = await Asked.Network(members);
        await network.Has(new Organisation("treasury", "The Treasury", OrganisationKind.Government), new RoundRule("comment", new("For comment", "Each says what it thinks.", null, RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false)));
        return network;
    }

    public static async Task<Consultation> TakesUp(this TheNetwork network, ConsultationKind kind = ConsultationKind.Consultation, string title = "Autumn Budget", DateOnly? deadline = null)
    {
        var treasury = await network.Db(db => db.Set<Organisation>().Where(o => o.Code == "treasury").Select(o => o.Id).SingleAsync(Ct));
        return await network.In(s => s.GetRequiredService<RunConsultation>().Take(new ConsultationDraft(kind, title) { Organisation = treasury, Deadline = deadline ?? Deadline, About = "What comes after the European programmes." }, TheNetwork.Staff, network.Now, Ct));
    }

    public static Task Decides(this TheNetwork network, Consultation of, Course course = Course.Collective) =>
        network.In(s => s.GetRequiredService<RunConsultation>().Decide(of.Id, new(course, true, "The Management Board", null, "It is what most members live on."), TheNetwork.Staff, network.Now, Ct));

    /// <summary>Decided, drafted, and put to members in a round that is open.</summary>
    public static async Task<Round> PutToMembers(this TheNetwork network, Consultation of, string rule = "collective-agreement")
    {
        await network.Decides(of);
        var round = await network.In(async s =>
        {
            var verb = s.GetRequiredService<RunConsultation>();
            await verb.Draft(of.Id, null, "One pot", Text, TheNetwork.Staff, Ct);
            return await verb.Put(of.Id, rule, Asked.Closes, null, TheNetwork.Staff, Ct);
        });
        await network.In(s => s.GetRequiredService<OpenRound>().Run(round, null, TheNetwork.Staff, network.Now, Ct));
        return await network.Round(round);
    }

    /// <summary>Agreed by so many, and the round has closed.</summary>
    public static async Task<Mandate> Agreed(this TheNetwork network, Consultation of, int members = 4, string rule = "collective-agreement")
    {
        var round = await network.PutToMembers(of, rule);
        await network.AllAnswer(round, 1, members);
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        return (await network.Mandate(round))!;
    }

    public static Task<Release> TakenOut(this TheNetwork network, Mandate mandate) =>
        network.In(s => s.GetRequiredService<TakeOutStatement>().Run(mandate.Id, ReleaseChannel.Portal, "The Treasury’s portal", null, TheNetwork.Staff, network.Now, Ct));

    public static Task HandedIn(this TheNetwork network, Release release) => network.Db(async db =>
    {
        var today = network.Now.DateIn(TimeZoneInfo.Utc);
        (await db.Set<Release>().SingleAsync(r => r.Id == release.Id, Ct)).HandIn(today, "BR-2017-1", null, today, today);
        await db.Save(TheNetwork.Staff, "Give the receipt of a release", Ct);
    });

    public static async Task<IReadOnlyList<Evidence>> Counted(this TheNetwork network) =>
        await network.In(s => s.GetServices<IEvidence>().OfType<ResponsesReleased>().Single().Between(new(2017, 4, 1), new(2018, 3, 31), Ct));

    public static async Task<IReadOnlyList<string>> Next(this TheNetwork network) =>
        [.. (await network.In(s => s.GetServices<IToday>().OfType<ConsultationsToday>().Single().For(network.Now.DateIn(TimeZoneInfo.Utc), Ct))).Select(t => t.Verb)];
}
