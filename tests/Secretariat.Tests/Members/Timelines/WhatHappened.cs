using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Events.Invitations;
using Secretariat.Events.Minutes;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Members.Timelines;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Members.Timelines;

public sealed class WhatHappened
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_persons_letters_invitations_answers_actions_positions_and_lists_stand_in_one_order_by_either_record()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Answers(at.Id, "Odile Brook", Reply.NotComing);
        var odile = await network.PersonCalled("Odile Brook");
        var old = new Person("O. Brook", "ob@home.example");
        await network.Has(old);
        await network.In(s => s.GetRequiredService<LeaveList>().Leave(old.Id, old.Email, "bulletin", "by the link in the letter", Actor.Recipient, Ct));
        await network.Has(new EventAction(at.Id, odile, "Odile Brook", "Ask about the flood gates", at.Day.AddDays(9), DateOnly.FromDateTime(network.Now.UtcDateTime), network.Now));
        await network.Merges(old.Id, odile);

        var lines = (await network.Of(odile)).Lines;

        var said = lines.Select(l => l.What).ToList();
        said.ShouldContain("cannot come, Winter dinner");
        said.ShouldContain(w => w.StartsWith("invited to Winter dinner"));
        said.ShouldContain("Left the list “bulletin”");
        said.ShouldContain("Took on: Ask about the flood gates");
        said.ShouldContain("Became Chair of Crossmere");
        said.ShouldContain(w => w.StartsWith("Invitation: Winter dinner:"));
        lines.Select(l => l.At).ShouldBeInOrder(SortDirection.Descending);
        (await network.Of(old.Id)).Lines.Select(l => l.What).ShouldBe(said, "whichever record is asked");
    }

    [Fact]
    public async Task A_members_story_has_what_it_was_asked_and_answered_and_what_was_published_about_it()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound();
        await network.Answers(round, 1);
        var (elector, _) = await network.Asks(round, 1);

        var said = (await network.In(s => s.GetRequiredService<ReadTimeline>().OfOrganisation(elector.Organisation!.Value, network.Now.AddDays(1), Ct))).Lines.Select(l => l.What).ToList();

        said.ShouldContain("Was asked: Do you agree this text on transport?");
        said.ShouldContain("Answered: Agree, “Do you agree this text on transport?”");
        said.ShouldContain("Chair 01 became Chair");
    }

    [Fact]
    public async Task A_members_story_counts_letters_to_those_who_were_its_people_on_the_day_each_once()
    {
        await using var network = await TheNetwork.Begin();
        var (before, ada) = await network.HasReader("X1", "Ada Ash");
        var (after, bea) = await network.HasReader("Y1", "Bea Birch");
        var again = new Person("A. Ash", "ash@home.example");
        await network.Has(again);
        await network.Merges(again.Id, ada.Id);
        await network.Db(async db =>
        {
            var moves = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Id == ada.Id, Ct);
            moves.Positions[0].End(new DateOnly(2017, 10, 10));
            moves.Take(after, PositionKind.Officer, "", new DateOnly(2017, 10, 11));
            await db.Save(TheNetwork.Staff, "Move", Ct);
        });
        var edition = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(Guid.CreateVersion7(), "newsletter", "Newsletter 3: News", Priority.Outward, network.Now) { About = edition },
            [new Recipient(ada.Id, ada.Email), new Recipient(again.Id, again.Email, null, "Merged into Ada Ash."), new Recipient(bea.Id, bea.Email, null, "Left this list on 1 October 2017.")], TheNetwork.Staff, Ct));

        (await Story(network, before.Id)).ShouldNotContain(l => l.What == "Newsletter 3: News");
        var line = (await Story(network, after.Id)).Single(l => l.What == "Newsletter 3: News");
        line.Detail.ShouldBe("sent to 0 of 2 of its people");
        line.Href.ShouldBe($"/desk/newsletters/{edition}");
    }

    private static async Task<IReadOnlyList<Secretariat.Platform.Contracts.TimelineLine>> Story(TheNetwork network, Guid organisation) =>
        (await network.In(s => s.GetRequiredService<ReadTimeline>().OfOrganisation(organisation, network.Now.AddDays(1), Ct))).Lines;

    [Fact]
    public async Task Page_by_page_every_line_comes_once()
    {
        await using var network = await TheNetwork.Begin();
        var (member, ada) = await network.HasReader("X1", "Ada Ash");
        foreach (var n in Enumerable.Range(1, 95))
        {
            network.Clock.StopAt(TheNetwork.Start.AddMinutes(n / 3));
            await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(Guid.CreateVersion7(), "notice", $"Letter {n:000}", Priority.Service, network.Now), [new Recipient(ada.Id, ada.Email)], TheNetwork.Staff, Ct));
        }

        var (seen, before) = (new List<string>(), (DateTimeOffset?)network.Now.AddDays(1));
        for (var pages = 0; before is { } then && pages < 20; pages++)
        {
            var page = await network.In(s => s.GetRequiredService<ReadTimeline>().OfPerson(ada.Id, then, Ct));
            seen.AddRange(page.Lines.Select(l => l.What));
            before = page.Older;
        }

        seen.Count.ShouldBe(96);
        seen.ShouldBeUnique();
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people/{ada.Id}/timeline", Ct)).ShouldContain("Earlier");
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/members/{member.Code}/timeline", Ct)).ShouldContain("sent to 0 of 1 of its people");
    }
}

internal static class Stories
{
    public static Task<TimelinePage> Of(this TheNetwork network, Guid person) =>
        network.In(s => s.GetRequiredService<ReadTimeline>().OfPerson(person, network.Now.AddDays(1), TestContext.Current.CancellationToken));
}
