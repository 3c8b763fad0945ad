using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Newsletters;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;
using Secretariat.Tests.Publishing.Unsubscribing;

namespace Secretariat.Tests.Publishing.Newsletters;

public sealed class ANewsletter
{
    [Fact]
    public async Task Whoever_asks_for_the_newsletter_gets_it_only_after_confirming_from_their_mailbox()
    {
        await using var network = await TheNetwork.Begin();
        await network.Asks("Reader@Out.example");
        (await network.Gets()).ShouldBeEmpty();
        var link = await network.LinkTo("Reader@Out.example");

        (await network.Client().GetStringAsync(link)).ShouldContain("Do you want the newsletter?");
        (await network.Gets()).ShouldBeEmpty("mail filters open every link");
        (await network.Client().Submit(link)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await network.Gets()).ShouldBe(["Reader@Out.example"]);
        var kept = await network.Db(db => db.Set<Subscriber>().SingleAsync());
        kept.Words.ShouldContain("may send its newsletter");
        kept.ConfirmedAt.ShouldBe(network.Now);
    }

    [Fact]
    public async Task A_newsletter_is_found_by_its_name_on_the_shelf_where_it_stands()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await network.HasNewsletter();

        var found = await (await network.AsStaff()).GetStringAsync("/desk/find?q=coast");

        found.ShouldContain($"/desk/newsletters/{edition.Id}");
        found.ShouldContain("Newsletter 1: Harbours, this month");
    }

    [Fact]
    public async Task The_form_says_the_same_to_everybody_and_fills_no_mailbox()
    {
        await using var network = await TheNetwork.Begin();
        var first = await network.Asks("reader@out.example");
        var second = await network.Asks("READER@out.example");
        var robot = await network.Client().Submit("/newsletter", null, ("Input.Email", "robot@out.example"), ("Input.Website", "https://spam.example"));

        first.Headers.Location.ShouldBe(second.Headers.Location);
        robot.Headers.Location.ShouldBe(first.Headers.Location);
        await network.Drain();
        (await network.Db(db => db.Set<MailboxLetter>().Select(l => l.To).ToListAsync())).ShouldBe(["reader@out.example"]);
    }

    [Fact]
    public async Task An_address_that_nobody_confirms_is_forgotten_after_two_weeks()
    {
        await using var network = await TheNetwork.Begin();
        await network.Asks("typed.by.another@out.example");

        await network.MoveTo(network.Now.AddDays(14));

        (await network.Db(db => db.Set<Subscriber>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_newsletter_goes_to_those_who_asked_and_to_members_and_then_stands_in_the_archive_and_counts()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        await network.Subscribes("reader@out.example");
        var edition = await network.HasNewsletter();
        (await network.Client().GetAsync("/newsletters/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, network.Now);
        await network.MoveTo(network.Now.AddMinutes(1));

        (await network.Edition(edition.Id)).SentTo.ShouldBe(2);
        (await network.Client().GetStringAsync("/newsletters/1")).ShouldContain("A harbour that saves power");
        (await network.Client().GetStringAsync("/newsletters")).ShouldContain("Harbours, this month");
        var day = network.Now.DateIn(TimeZoneInfo.Utc);
        (await network.In(s => s.GetServices<IEvidence>().OfType<NewslettersSent>().Single().Between(day, day, default))).ShouldHaveSingleItem().Href.ShouldBe($"/desk/newsletters/{edition.Id}");
        (await network.In(s => s.GetServices<IEvidence>().OfType<BulletinsSent>().Single().Between(day, day, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_leaves_the_newsletter_still_gets_the_bulletin()
    {
        await using var network = await TheNetwork.Begin();
        var (_, person) = await network.HasReader("X1", "Ada Ash");
        var way = "/u/" + network.Services.GetRequiredService<Secretariat.Publishing.Unsubscribing.LeaveTokens>().For(SignUp.List, person.Id, person.Email);
        (await network.Client().GetStringAsync(way)).ShouldContain("Stop the newsletter?");
        using var program = network.Program();

        await program.PostAsync(way, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        (await network.Gets()).ShouldBeEmpty();
        (await network.Gets(EditionKind.Bulletin)).ShouldBe([person.Email]);
        await network.Subscribes(person.Email);
        (await network.Gets()).ShouldBe([person.Email], "asking again brings it back");
    }

    [Fact]
    public async Task Nothing_but_public_items_goes_into_a_newsletter()
    {
        await using var network = await TheNetwork.Begin();
        var edition = new Edition(1, Written.Year, "This month", "", EditionKind.Newsletter);

        Should.Throw<RuleBroken>(() => edition.Gather(Written.Item(), Written.Year)).Message.ShouldContain("goes to everybody");

        var later = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public, PublicFrom = new DateOnly(2017, 11, 1) });
        edition.Gather(later, Written.Year);
        await network.Has(edition);
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, network.Now);
        await network.MoveTo(network.Now.AddMinutes(1));
        var back = await network.Edition(edition.Id);
        back.State.ShouldBe(EditionState.Draft);
        back.Returned.ShouldNotBeNull().ShouldContain("members only until");
    }

    [Fact]
    public async Task A_public_hold_keeps_a_newsletter_back_and_lets_bulletins_go()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var (newsletter, bulletin) = (await network.HasNewsletter(), await network.HasEdition("A harbour for members"));
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, network.Now.AddDays(7)));
        foreach (var id in new[] { newsletter.Id, bulletin.Id })
        {
            await network.Approve(id);
            await network.Schedule(id, network.Now.AddHours(1));
        }

        await network.MoveTo(network.Now.AddDays(1));
        (await network.Edition(newsletter.Id)).State.ShouldBe(EditionState.Scheduled);
        (await network.Edition(bulletin.Id)).State.ShouldBe(EditionState.Sent);
        await network.MoveTo(network.Now.AddDays(7));
        (await network.Edition(newsletter.Id)).State.ShouldBe(EditionState.Sent);
    }

    [Fact]
    public async Task A_newsletter_is_made_on_the_desk_from_its_own_shelf()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasPublicItem();
        var staff = await network.AsStaff();

        var begun = await staff.Submit("/desk/newsletters/new", null, ("Input.Subject", "Harbours, this month"), ("Input.Intro", ""));

        var path = begun.Headers.Location!.ToString();
        path.ShouldStartWith("/desk/newsletters/");
        (await staff.GetStringAsync(path)).ShouldContain("A harbour that saves power");
        (await staff.GetStringAsync("/desk/bulletins")).ShouldNotContain("Harbours, this month");
        (await staff.GetStringAsync("/desk/newsletters")).ShouldContain("Harbours, this month");
    }
}

internal static class TheNewsletter
{
    public static Task<HttpResponseMessage> Asks(this TheNetwork network, string email) => network.Client().Submit("/newsletter", null, ("Input.Email", email));

    public static async Task<string> LinkTo(this TheNetwork network, string email)
    {
        var id = await network.Db(db => db.Set<Subscriber>().Where(s => s.Email == email).Select(s => s.Id).SingleAsync());
        return "/a/n/" + network.Services.GetRequiredService<NewsletterTokens>().For(id);
    }

    public static async Task Subscribes(this TheNetwork network, string email)
    {
        await network.Asks(email);
        await network.Client().Submit(await network.LinkTo(email));
    }

    public static Task<List<string>> Gets(this TheNetwork network, EditionKind kind = EditionKind.Newsletter) =>
        network.In(async s => (await s.GetRequiredService<Readers>().Expected(new DateOnly(2017, 10, 16), default, kind)).Where(r => r.Gets).Select(r => r.Address).ToList());

    public static async Task<Edition> HasNewsletter(this TheNetwork network)
    {
        var item = await network.HasItem(Written.Draft() with { Circulation = Circulation.Public });
        var edition = new Edition(1, Written.Year, "Harbours, this month", "From the coast.", EditionKind.Newsletter);
        edition.Gather(item, Written.Year.AddMonths(6));
        await network.Has(edition);
        return edition;
    }
}
