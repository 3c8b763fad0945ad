using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds;
using Secretariat.Members.People;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Corrections;

/// <summary>Rounds for tests that named two Chairs at opening, and their corrections.</summary>
public static class Corrected
{
    public const string Wrong = "Members want longer transport funding that, lasts.", Right = "Members want longer transport funding that lasts.", Why = "A comma that does not belong there.";

    public static RoundText Words(string text) => RoundText.Written("Transport funding", text, []);

    /// <summary>A round that is open, in which the Chairs of the first two members may pass corrections.</summary>
    public static async Task<Round> HasCorrectable(this TheNetwork network, int hours = 24, RoundDraft? draft = null) =>
        await network.HasRound((draft ?? Asked.Draft(text: Wrong)) with { Correctors = [await network.Named(1), await network.Named(2)], ObjectHours = hours });

    public static async Task<NamedChair> Named(this TheNetwork network, int member) =>
        await network.Db(db => db.Set<Person>().Where(p => p.Name == $"Chair {member:00}").Select(p => new NamedChair(p.Id, p.Name, "")).SingleAsync());

    public static async Task<Correction> Proposes(this TheNetwork network, Round round, string text = Right)
    {
        var read = (await network.Round(round.Id)).Latest.Number;
        await network.In(s => s.GetRequiredService<ProposeCorrection>().Run(round.Id, read, text, Words(text), Why, TheNetwork.Staff, network.Now, default));
        return (await network.CorrectionsOf(round))[^1];
    }

    public static Task Passes(this TheNetwork network, Correction correction, Guid person) =>
        network.In(s => s.GetRequiredService<PassCorrection>().Run(correction.Round, correction.Id, person, network.Now, default));

    public static async Task Passes(this TheNetwork network, Correction correction, int member) => await network.Passes(correction, (await network.Named(member)).Person);

    /// <summary>A correction that has gone round.</summary>
    public static async Task<Correction> GoesRound(this TheNetwork network, Round round, string text = Right)
    {
        var correction = await network.Proposes(round, text);
        await network.Passes(correction, 1);
        await network.Passes(correction, 2);
        return await network.Again(correction);
    }

    public static async Task Objects(this TheNetwork network, Correction correction, int member, string? reason = "It changes what lasts.")
    {
        var (elector, chair) = await network.Asks(await network.Round(correction.Round), member);
        await network.In(s => s.GetRequiredService<ObjectToCorrection>().Run(correction.Round, correction.Id, elector.Id, chair.Id, reason, null, AnswerWay.Link, network.Now, default));
    }

    public static Task Rewords(this TheNetwork network, Round round, string text) =>
        network.In(async s => await s.GetRequiredService<NewVersion>().Run(round.Id, (await network.Round(round.Id)).Latest.Number, text, Words(text), Asked.Closes, TheNetwork.Staff, network.Now, default));

    public static Task<Correction> Again(this TheNetwork network, Correction correction) => network.Db(db => db.Set<Correction>().AsNoTracking().SingleAsync(c => c.Id == correction.Id));

    public static Task<List<Correction>> CorrectionsOf(this TheNetwork network, Round round) => network.Db(db => db.Set<Correction>().AsNoTracking().Where(c => c.Round == round.Id).OrderBy(c => c.ProposedAt).ToListAsync());

    public static Task<int> Letters(this TheNetwork network, string kind) => network.Db(db => db.Set<Batch>().CountAsync(b => b.Class == kind));
}
