using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Deals;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Funding.Deals;

/// <summary>The network of three on Monday 3 December 2018, with deals with the Aldermouth Ferry Line.</summary>
internal static class Sponsored
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static DealDraft Draft(long pence = 350_000) => new(null, "Sponsor of the regatta dinner", DealFor.Dinner, new Money(pence));

    public static Task<Guid> Ferry(this TheNetwork network) => network.Db(db => db.Set<Organisation>().Where(o => o.Code == "ferry-line").Select(o => o.Id).SingleAsync(Ct));

    public static async Task<Deal> Begins(this TheNetwork network, DealDraft? draft = null)
    {
        var ferry = await network.Ferry();
        return await network.In(s => s.GetRequiredService<RunDeal>().Begin((draft ?? Draft()) with { Organisation = ferry }, TheNetwork.Staff, network.Now, Ct));
    }

    public static Task Moves(this TheNetwork network, Guid deal, DealStage to, string? why = null) => network.In(async s =>
        await s.GetRequiredService<RunDeal>().Move(await s.GetRequiredService<Db>().Set<Deal>().SingleAsync(d => d.Id == deal, Ct), to, why, TheNetwork.Staff, network.Now, Ct));

    public static async Task<Benefit> Promises(this TheNetwork network, Guid deal, string what = "Named in the news") => await network.In(async s =>
        await s.GetRequiredService<RunDeal>().Promise(await s.GetRequiredService<Db>().Set<Deal>().SingleAsync(d => d.Id == deal, Ct), what, new DateOnly(2018, 12, 20), TheNetwork.Staff, Ct));

    public static Task Shows(this TheNetwork network, Guid benefit, string thing) => network.In(async s =>
        await s.GetRequiredService<RunDeal>().Show(await s.GetRequiredService<Db>().Set<Benefit>().SingleAsync(b => b.Id == benefit, Ct), thing, TheNetwork.Staff, network.Now, Ct));

    public static Task<BenefitStand> Stand(this TheNetwork network, Guid benefit) => network.In(async s =>
        (await s.GetRequiredService<Proofs>().Of([await s.GetRequiredService<Db>().Set<Benefit>().AsNoTracking().SingleAsync(b => b.Id == benefit, Ct)], Ct)).Single());

    public static Task<Deal> Deal(this TheNetwork network, Guid id) => network.Db(db => db.Set<Deal>().AsNoTracking().SingleAsync(d => d.Id == id, Ct));

    /// <summary>A story that stands on the website.</summary>
    public static async Task<(Item Item, PublishedItem Story)> HasStory(this TheNetwork network)
    {
        var item = await network.Db(async db =>
        {
            var member = await db.Set<Organisation>().SingleAsync(o => o.Code == "ALD", Ct);
            var made = new Item(Written.Draft() with { Circulation = Circulation.Public, PublicFrom = new DateOnly(2018, 1, 1), About = [member.Id] }, network.Now);
            db.Add(made);
            await db.Save(TheNetwork.Staff, "Prepare a test", Ct);
            return made;
        });
        await Secretariat.Tests.Publishing.News.Newsroom.Publishes(network, item);
        return (item, await network.Db(db => db.Set<PublishedItem>().AsNoTracking().SingleAsync(p => p.Item == item.Id, Ct)));
    }

    public static async Task<HttpClient> AsSponsor(this TheNetwork network, string code = "ferry-line")
    {
        var person = new Person($"Of {code}", $"somebody@{code}.example");
        await network.Db(async db =>
        {
            person.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == code, Ct), PositionKind.Sponsor, "Partnerships", SigningIn.Since);
            db.AddRange(person, new Grant { Person = person.Id, Role = Role.Sponsor, At = network.Now });
            await db.Save(TheNetwork.Staff, "Prepare a test", Ct);
        });
        return await network.ClientOf(person.Id, person.Name);
    }
}
