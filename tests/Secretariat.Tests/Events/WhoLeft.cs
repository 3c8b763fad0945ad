using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>An invitation goes with a position.</summary>
public sealed class WhoLeft
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_left_reads_and_answers_nothing_by_the_link_is_asked_no_more_and_hears_of_no_change()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        var tokens = network.Services.GetRequiredService<EventTokens>();
        var (link, feed) = ($"/a/e/{tokens.For(odile.Id, odile.Person!.Value)}", $"/a/c/{tokens.Calendar(odile.Person!.Value)}");
        using var browser = network.Client();
        (await browser.GetStringAsync(feed, Ct)).ShouldContain("Winter dinner");
        (await Asked(network)).ShouldContain("Odile Brook");

        await network.Db(async db =>
        {
            var person = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Name == "Odile Brook", Ct);
            foreach (var position in person.Positions) position.Correct(position.From, DateOnly.FromDateTime(network.Now.AddDays(-1).UtcDateTime));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });
        var before = (await network.Letters()).Count;

        (await browser.GetAsync(link, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await browser.PostAsync(link, new FormUrlEncodedContent([new("Input.Reply", "Coming")]), Ct);
        (await network.InviteeOf(at.Id, "Odile Brook")).Reply.ShouldBe(Reply.None);
        (await browser.GetStringAsync(feed, Ct)).ShouldNotContain("Winter dinner");
        (await Asked(network)).ShouldNotContain("Odile Brook");
        await network.In(async s => await s.GetRequiredService<ChangeEvent>().Cancel(await s.GetRequiredService<Secretariat.Platform.Data.Db>().Set<Event>().SingleAsync(e => e.Id == at.Id, Ct), "The river is in the hall.", TheNetwork.Staff, Ct));
        var after = (await network.Letters()).Skip(before).Select(l => l.To).ToList();
        after.ShouldNotBeEmpty();
        after.ShouldNotContain("odile.brook@crossmere.example");
    }

    private static async Task<IReadOnlyList<string>> Asked(TheNetwork network) => [.. (await network.Db(db => network.Services.GetServices<IAsk>().OfType<InviteAsks>().Single().Open(db, null, network.Now, Ct))).Select(a => a.Name)];
}
