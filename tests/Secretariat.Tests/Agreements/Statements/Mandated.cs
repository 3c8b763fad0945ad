using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Statements;

/// <summary>Mandates for tests: as plain values, and in a network whose members agreed.</summary>
public static class Mandated
{
    public static readonly DateOnly Today = new(2017, 10, 24);

    /// <summary>A mandate of a closed round, without a database.</summary>
    public static (Mandate Mandate, Round Round, IReadOnlyList<Elector> Electors) Of(int asked, int agree, int objecting = 0, DateOnly? until = null, RoundBase who = RoundBase.Members)
    {
        var round = new Round(Asked.Draft() with { MandateUntil = until });
        var electors = Enumerable.Range(1, asked).Select(n => new Elector(round.Id, null, null, $"M{n:00}", $"Member {n:00}")).ToList();
        round.Open(new RoundTerms("Rule", "", new(1, 2, false), who, null, Objections.Listed, false, Silence.Nothing, false), asked, TheNetwork.Start);
        var log = new RoundLog(RoundKind.AgreeText, round.Terms!, false, Asked.Closes, [.. electors.Select(e => new LogElector(e.Id, e.Code, e.Name, []))],
            [new(1, round.Latest.Hash, round.Latest.Canonical, TheNetwork.Start, Asked.Closes)],
            [.. electors.Take(agree + objecting).Select((e, n) => new LogResponse(n + 1, e.Id, n < agree ? Answer.Agree : Answer.Object, round.Latest.Hash, TheNetwork.Start.AddHours(1)))], []);
        var count = Tally.Of(log);
        round.Close(count, null, Asked.Closes.AddMinutes(1));
        return (new Mandate(round, count, [.. count.Those(Stand.Agrees).Select(s => s.Name)], Guid.NewGuid()), round, electors);
    }

    /// <summary>Members agreed, object or are silent, and the round has closed.</summary>
    public static async Task<Mandate> HasMandate(this TheNetwork network, int agree = 3, int objecting = 0, RoundDraft? draft = null)
    {
        var round = await network.HasRound(draft);
        await network.AllAnswer(round, 1, agree);
        await network.AllAnswer(round, agree + 1, agree + objecting, Answer.Object, "It names one corridor only.");
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        return (await network.Mandate(round))!;
    }

    public static Task Withdraw(this TheNetwork network, Mandate mandate, string why = "The figures were wrong.") => network.In(s =>
        s.GetRequiredService<WithdrawMandate>().Run(mandate.Id, null, "The Management Board", why, TheNetwork.Staff, network.Now, default));

    public static Task<Mandate> Again(this TheNetwork network, Mandate mandate) => network.Db(db => db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == mandate.Id));

    public static Task<List<Release>> Releases(this TheNetwork network) => network.Db(db => db.Set<Release>().AsNoTracking().OrderBy(r => r.At).ToListAsync());

    public static Task<List<AuditEntry>> Refusals(this TheNetwork network) => network.Db(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.Verb == ReleaseStatement.RefusedVerb).ToListAsync());

    public static Task<Dissent> Dissents(this TheNetwork network, Mandate mandate, int member, string text) => network.In(async s =>
    {
        var round = await network.Round(mandate.Round);
        var (elector, chair) = await network.Asks(round, member);
        return await s.GetRequiredService<AddDissent>().Run(mandate.Id, elector.Id, chair.Id, text, new Dissenting(chair.Id, "", "", AnswerWay.Portal), network.Now, default);
    });

    public static Actor Admin => new(null, "an administrator");
}
