using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>Networks with rounds for tests: thirty-eight members of which each has a Chair, and the rules of the first network.</summary>
public static class Asked
{
    public static readonly DateTimeOffset Closes = TheNetwork.Start.AddDays(7);

    public static async Task<TheNetwork> Network(int members = 38, FakeMailServer? server = null)
    {
        var network = await TheNetwork.Begin(settings: server is null ? null : server.Use);
        foreach (var n in Enumerable.Range(1, members))
        {
            var member = new Organisation($"M{n:00}", $"Member {n:00}", OrganisationKind.Member) { TileLabel = $"M{n:00}" };
            var chair = new Person($"Chair {n:00}", $"chair{n:00}@m{n:00}.example");
            chair.Take(member, PositionKind.Chair, "Chair", SigningIn.Since);
            await network.Has(member, chair);
        }
        await network.Has(
            new RoundRule("collective-agreement", new("Collective agreement", "Three quarters say yes.", new(3, 4, false), RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false)),
            new RoundRule("full-agreement", new("Full agreement", "Every member says yes.", new(1, 1, false), RoundBase.Members, null, Objections.Listed, true, Silence.Nothing, false)),
            new RoundRule("confirm", new("Formal confirmation", "Each answers for itself.", null, RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false)));
        return network;
    }

    public static RoundDraft Draft(string rule = "collective-agreement", RoundKind kind = RoundKind.AgreeText, string text = "Members want **longer** transport funding.") =>
        new(kind, "Do you agree this text on transport?", rule, RoundText.Written("Transport funding", text, []), text, Closes);

    /// <summary>A round that is open.</summary>
    public static async Task<Round> HasRound(this TheNetwork network, RoundDraft? draft = null)
    {
        var round = new Round(draft ?? Draft());
        await network.Has(round);
        await network.In(s => s.GetRequiredService<OpenRound>().Run(round.Id, null, TheNetwork.Staff, network.Now, default));
        return await network.Round(round.Id);
    }

    public static Task<Round> Round(this TheNetwork network, Guid id) => network.Db(db => db.Set<Round>().AsNoTracking().SingleAsync(r => r.Id == id));

    public static async Task<(Elector Elector, Person Chair)> Asks(this TheNetwork network, Round round, int member)
    {
        var elector = await network.Db(db => db.Set<Elector>().AsNoTracking().SingleAsync(e => e.Round == round.Id && e.Code == $"M{member:00}"));
        return (elector, await network.Db(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Name == $"Chair {member:00}")));
    }

    /// <summary>A member's Chair answers the text that is out.</summary>
    public static async Task<Response> Answers(this TheNetwork network, Round round, int member, Answer answer = Answer.Agree, string? reason = null)
    {
        var (elector, chair) = await network.Asks(round, member);
        var hash = (await network.Round(round.Id)).Latest.Hash;
        return await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, chair.Id,
            new GivenAnswer(answer, hash) { Reason = reason, Comment = reason, AmountPence = answer == Answer.Confirm ? round.AskedPence : null }, AnswerWay.Link, null, network.Now, default));
    }

    public static async Task AllAnswer(this TheNetwork network, Round round, int from, int to, Answer answer = Answer.Agree, string? reason = null)
    {
        for (var n = from; n <= to; n++) await network.Answers(round, n, answer, reason);
    }

    public static Task<Mandate?> Mandate(this TheNetwork network, Round round) => network.Db(db => db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Round == round.Id));

    public static async Task<string> LinkOf(this TheNetwork network, Round round, int member)
    {
        var (elector, chair) = await network.Asks(round, member);
        return "/a/" + network.Services.GetRequiredService<AnswerTokens>().For(round.Id, elector.Id, chair.Id);
    }

    public static Task<List<Response>> Log(this TheNetwork network, Round round) => network.Db(db => db.Set<Response>().AsNoTracking().Where(r => r.Round == round.Id).OrderBy(r => r.Number).ToListAsync());
}
