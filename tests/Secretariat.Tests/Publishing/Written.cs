using CsCheck;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing;

/// <summary>Members, readers, items and bulletins for tests.</summary>
public static class Written
{
    public static readonly DateOnly Year = new(2017, 4, 1);

    public static ItemDraft Draft(string heading = "A harbour that saves power", ItemKind kind = ItemKind.Success) =>
        new(heading, "The **terminal** meters every crane. See [the figures](https://solent.example/figures).", kind) { Circulation = Circulation.Members };

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static Item Item(string heading = "A harbour that saves power") => new(Draft(heading), TheNetwork.Start);

    /// <summary>A member with one person in a current position, who gets the bulletin.</summary>
    public static async Task<(Organisation Member, Person Person)> HasReader(this TheNetwork network, string code, string name)
    {
        var member = new Organisation(code, $"Member {code}", OrganisationKind.Member) { TileLabel = code };
        var person = new Person(name, $"{name.ToLowerInvariant().Replace(' ', '.')}@{code.ToLowerInvariant()}.example");
        person.Take(member, PositionKind.ChiefExecutive, "Chief executive", SigningIn.Since);
        await network.Has(member, person);
        return (member, person);
    }

    /// <summary>An edition with items, saved as a draft.</summary>
    public static async Task<Edition> HasEdition(this TheNetwork network, params string[] headings)
    {
        var items = headings.Select(Item).ToArray();
        var edition = new Edition(1, Year, "Harbours save power", "Good news from the *coast*.");
        foreach (var item in items) edition.Gather(item, new DateOnly(2017, 10, 16));
        await network.Has([.. items, edition]);
        return edition;
    }

    public static Task Approve(this TheNetwork network, Guid id) => network.Change(id, async (edition, services) =>
    {
        var content = await services.GetRequiredService<CurrentContent>().Of(edition, default);
        edition.Approve(await services.GetRequiredService<EditionGate>().Pass(edition, content, TheNetwork.Staff, default), content.Hash(), content.Items.ToDictionary(i => i.Item, i => i.Kind), new Actor(null, "Bethan"), network.Now);
    });

    public static Task Schedule(this TheNetwork network, Guid id, DateTimeOffset at) =>
        network.Change(id, (edition, _) => { edition.ScheduleFor(at, 1, network.Now); return Task.CompletedTask; });

    public static Task Change(this TheNetwork network, Guid id, Func<Edition, IServiceProvider, Task> change) => network.In(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var edition = (await db.Set<Edition>().FindAsync(id))!;
        await change(edition, services);
        await db.Save(TheNetwork.Staff, "Change a bulletin in a test");
    });

    public static Task<Edition> Edition(this TheNetwork network, Guid id) => network.Db(async db => (await db.Set<Edition>().FindAsync(id))!);

    public static Task<HttpClient> AsStaff(this TheNetwork network) => network.ClientAs(Role.Staff);
}
