using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Influence.Engagements;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations;

public sealed record Decided(Course? Course, bool Important, string? By, DateOnly? On, string? Why);

/// <summary>Takes a consultation or a research report from its topic to members, and so to a mandate; what leaves goes by the mandate alone.</summary>
public sealed class RunConsultation(Db db, WriteRound write, Sites sites, TimeProvider clock)
{
    /// <summary>Of a round's question.</summary>
    private const int MaxTitle = 200;

    public Task<Consultation> Take(ConsultationDraft draft, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        await Check(draft, ct);
        var made = new Consultation(draft, now.DateIn(sites.Current.Zone));
        if (await db.Set<Consultation>().AnyAsync(c => c.Title == made.Title && c.OpenedOn == made.OpenedOn, ct)) throw new RuleBroken("It is here already, under the same name and day.", "Title");
        db.Add(made);
        await db.Save(by, draft.Kind == ConsultationKind.Research ? "Take up research" : "Take up consultation", ct);
        return made;
    }, ct);

    public Task Change(Guid id, int? version, ConsultationDraft draft, Actor by, CancellationToken ct) => On(id, version, by, "Change consultation", async c =>
    {
        await Check(draft, ct);
        c.Describe(draft);
    }, ct);

    public Task Decide(Guid id, Decided decided, Actor by, DateTimeOffset now, CancellationToken ct) => On(id, null, by, "Decide what is done with a consultation", async c =>
        c.Decide(decided.Course, decided.Important, decided.By, decided.On, decided.Why, await Released(c, ct), now.DateIn(sites.Current.Zone)), ct);

    public Task Draft(Guid id, int? version, string? subject, string? text, Actor by, CancellationToken ct) => On(id, version, by, "Draft answer", async c =>
    {
        await RefuseWhilePut(c, ct);
        c.Write(subject, text);
    }, ct);

    /// <summary>Writes the round in which members say what they think; staff look at it and open it.</summary>
    public async Task<Guid> Gather(Guid id, string rule, DateTimeOffset closesAt, Actor by, CancellationToken ct)
    {
        Guid round = default;
        await On(id, null, by, "Ask members for their views", async c =>
        {
            if (c.Views is { } there && (await RoundGlance.Of(db, [there], ct)).GetValueOrDefault(there) is { State: not RoundState.Cancelled }) throw new RuleBroken("Views are asked for already: see the round.");
            var text = $"{c.About ?? c.Title}{(c.Link is { } link ? $"\n\n[Read it]({link})" : "")}{(c.Deadline is { } day ? $"\n\nAnswers are taken until {day.Long()}." : "")}";
            round = await write.Run(new RoundWish(RoundKind.Views, Cut($"What should be said to {c.Title}?"), rule, c.Title, text, closesAt, $"consultation:{id:N}:views") { Invented = c.Invented }, by, ct);
            c.Gather(round);
        }, ct);
        return round;
    }

    /// <summary>Puts the draft, to the letter, into a round; what members agree to there is what a mandate lets out.</summary>
    public async Task<Guid> Put(Guid id, string rule, DateTimeOffset closesAt, DateOnly? until, Actor by, CancellationToken ct)
    {
        Guid round = default;
        await On(id, null, by, "Put a draft to members", async c =>
        {
            await RefuseWhilePut(c, ct);
            if (string.IsNullOrWhiteSpace(c.Subject) || string.IsNullOrWhiteSpace(c.Text)) throw new RuleBroken("Write the draft first: a subject and a text.", "Subject");
            round = await write.Run(new RoundWish(RoundKind.AgreeText, Cut($"Do you agree this {(c.Kind == ConsultationKind.Research ? "report" : "answer")}: {c.Title}?"), rule, c.Subject, c.Text, closesAt, About(id)) { MandateUntil = until, Invented = c.Invented }, by, ct);
            c.Put(round);
        }, ct);
        return round;
    }

    /// <summary>Ties a round that was written by itself to what it answers.</summary>
    public Task Tie(Guid id, Guid round, Actor by, CancellationToken ct) => On(id, null, by, "Tie a round to a consultation", async c =>
    {
        if ((await RoundGlance.Of(db, [round], ct)).GetValueOrDefault(round) is not { Kind: RoundKind.AgreeText, State: not RoundState.Cancelled }) throw new RuleBroken("Choose a round that puts a text to members.", "Round");
        if (await db.Set<Consultation>().Where(o => o.Id != id && o.Round == round).Select(o => o.Title).FirstOrDefaultAsync(ct) is { } other) throw new RuleBroken($"That round belongs to “{other}” already.", "Round");
        if (!await StrictRules.AsksMembers(db, round, ct)) throw new RuleBroken("That round asks the Board’s seats. What the Board agreed to is not the members’ view: choose a round that asks members.", "Round");
        if (c.Kind == ConsultationKind.Research && !await StrictRules.NeedsEveryMember(db, round, ct)) throw new RuleBroken(ReportsNeedAll.Sentence, "Round");
        await RefuseWhilePut(c, ct);
        c.Put(round);
    }, ct);

    /// <summary>Takes a round off again that was tied by mistake; one that was written from here, or whose text has left, stays.</summary>
    public Task Untie(Guid id, Actor by, CancellationToken ct) => On(id, null, by, "Untie a round from a consultation", async c =>
    {
        if (c.Round is not { } round) throw new RuleBroken("No round is tied to it.");
        if ((await RoundGlance.Of(db, [round], ct)).GetValueOrDefault(round)?.About == About(id)) throw new RuleBroken("This round was written for it, with its draft. Cancel the round instead, while it is open.");
        if (await Released(c, ct)) throw new RuleBroken("What was agreed there has been released as the answer, so it stays.");
        c.Untie();
    }, ct);

    /// <summary>What a round says it is about that was written from here.</summary>
    internal static string About(Guid consultation) => $"consultation:{consultation:N}";

    /// <summary>The round goes on, or what came of it lets a text out: then no text is put to members a second time beside it.</summary>
    private async Task<bool> Standing(Consultation of, CancellationToken ct) => of.Round is { } round && (await RoundGlance.Of(db, [round], ct)).GetValueOrDefault(round) is { } fact
        && (fact.State is RoundState.Draft or RoundState.Open || (await db.Set<Mandate>().AsNoTracking().SingleOrDefaultAsync(m => m.Round == round, ct) is { } mandate && (mandate.Doubt is not null || mandate.ShutOn(sites.Today(clock)) is null)));

    private async Task RefuseWhilePut(Consultation of, CancellationToken ct)
    {
        if (await Released(of, ct)) throw new RuleBroken("The answer has been released. What comes after it is a consultation of its own.");
        if (await Standing(of, ct)) throw new RuleBroken("The text is with members already. A change goes round there as a new version.");
    }

    private Task<bool> Released(Consultation of, CancellationToken ct) => db.Set<Release>().AnyAsync(r => r.CameToNothing == null && r.Channel != ReleaseChannel.Bulletin && db.Set<Mandate>().Any(m => m.Id == r.Mandate && m.Round == of.Round), ct);

    private async Task Check(ConsultationDraft draft, CancellationToken ct)
    {
        if (draft.Theme is { Length: > 0 } theme && !await db.Set<Theme>().AnyAsync(t => t.Code == theme, ct)) throw new RuleBroken("Choose one of the themes, or none.", "Theme");
        if (draft.Organisation is { } body && !await db.Set<Organisation>().AnyAsync(o => o.Id == body && CountsAs.Others.Contains(o.Kind), ct)) throw new RuleBroken("Choose the organisation.", "Organisation");
    }

    private Task On(Guid id, int? version, Actor by, string verb, Func<Consultation, Task> change, CancellationToken ct) => db.Write(async () =>
    {
        // Locked, so that two windows queue and the second sees what the first did.
        await db.Set<Consultation>().Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Title, c => c.Title), ct);
        var found = await db.Set<Consultation>().SingleAsync(c => c.Id == id, ct);
        if (version is { } read) db.Expect(found, read);
        await change(found);
        await db.Save(by, verb, ct);
    }, ct);

    private static string Cut(string title) => title.Length <= MaxTitle ? title : title[..(MaxTitle - 2)] + "…?";
}
