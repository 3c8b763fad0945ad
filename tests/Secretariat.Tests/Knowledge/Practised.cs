using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Knowledge;

/// <summary>The three chambers in December 2018, and what they know: Aldermouth and Brackwater have chief executives, Crossmere an officer for high streets.</summary>
internal static class Practised
{
    public const string ChiefExecutive = "Lionel Weir", Officer = "Maud Osier", Director = "Percy Teal", Chair = "Greta Sandpiper";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<TheNetwork> Begin() => TheDiary.Begin();

    public static CaseDraft Draft(string title = "One key for every empty shop") =>
        new(title, "Landlords would not lend keys to stallholders for a weekend.", "The chamber holds the keys and the insurance, and lends both.", "A morning a week.", "Nine shops were open by Easter.", "Our own count, April 2018") { Themes = ["high-streets"] };

    public static CaseDraft Open(string title = "One key for every empty shop") => Draft(title) with { Circulation = Circulation.Public };

    public static Task<Guid> Member(this TheNetwork network, string code) => network.Db(db => db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(Ct));

    public static async Task<Actor> Named(this TheNetwork network, string name) => new(await network.PersonCalled(name), name);

    public static async Task<HttpClient> As(this TheNetwork network, string name) => await network.ClientOf(await network.PersonCalled(name), name);

    public static Task<PracticeCase> Written(this TheNetwork network, string code = "ALD", CaseDraft? draft = null) => network.In(async s =>
        await s.GetRequiredService<WriteCase>().New(await network.Member(code), [], draft ?? Draft(), false, TheNetwork.Staff, network.Now, Ct));

    public static async Task<PracticeCase> Shared(this TheNetwork network, string code = "ALD", CaseDraft? draft = null)
    {
        var written = await network.Written(code, draft);
        await network.Shares(written.Id);
        return await network.Case(written.Id);
    }

    public static Task Shares(this TheNetwork network, Guid id) => network.In(async s =>
    {
        var latest = await network.Latest(id);
        await s.GetRequiredService<ShareCase>().Run(id, latest.Hash(), latest.Circulation == Circulation.Public ? ItemKind.Success : null, "Lionel Weir", TheNetwork.Staff, network.Now, Ct);
    });

    public static Task<PracticeCase> Case(this TheNetwork network, Guid id) => network.Db(db => db.Set<PracticeCase>().AsNoTracking().SingleAsync(c => c.Id == id, Ct));

    public static Task<CaseVersion> Latest(this TheNetwork network, Guid id) => network.Db(db => db.Set<CaseVersion>().AsNoTracking().SingleAsync(v => db.Set<PracticeCase>().Any(c => c.Id == id && c.Latest == v.Id), Ct));

    public static Task<PracticeQuestion> Question(this TheNetwork network, Guid id) => network.Db(db => db.Set<PracticeQuestion>().AsNoTracking().SingleAsync(q => q.Id == id, Ct));

    /// <summary>Asked by Aldermouth's chief executive, of those who work on high streets.</summary>
    public static Task<PracticeQuestion> AskedOf(this TheNetwork network, string theme = "high-streets", string subject = "How do you get keys from landlords?", string asker = ChiefExecutive, string member = "ALD") => network.In(async s =>
    {
        var person = await network.Named(asker);
        return await s.GetRequiredService<AskTheme>().Ask(theme, subject, "We have eleven empty shops and no keys.", await network.Member(member), person.Person!.Value, false, person, network.Now, Ct);
    });

    public static Task AddOfficer(this TheNetwork network, string code, string name, string theme) => network.Db(async db =>
    {
        var member = await db.Set<Organisation>().SingleAsync(o => o.Code == code, Ct);
        var person = new Person(name, $"{name.ToLowerInvariant().Replace(' ', '.')}@{code.ToLowerInvariant()}.example");
        person.Take(member, PositionKind.Officer, "Officer", SigningIn.Since).Themes = [theme];
        db.Add(person);
        await db.Save(TheNetwork.Staff, "Prepare a test", Ct);
    });
}
