using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Notices;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Notices;

public sealed class SendingANotice
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_written_read_tried_and_sent_on_the_desk()
    {
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin("testpacks/three", settings: server.Use);
        var me = await network.PersonWho(Role.Staff);
        using var staff = await network.ClientOf(me.Id, me.Name);

        var written = await staff.Submit("/desk/notices/new", null, ("Input.Subject", "The room has changed"), ("Input.Text", "We meet in **room 2**."), ("Input.Audience", Audience.AllMembers));
        var address = written.Headers.Location!.OriginalString;
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync(address, Ct));
        page.ShouldContain("Send to 7 people");
        page.ShouldContain("Greta Sandpiper");
        (await staff.GetStringAsync($"{address}/letter", Ct)).ShouldContain("<strong>room 2</strong>");

        await staff.Submit(address, $"{address}?handler=Test");
        await staff.Submit(address);
        await network.MoveTo(network.Now.AddMinutes(5));

        server.Taken.Count(l => l.To == me.Email).ShouldBe(1, "the test");
        var greta = server.Taken.Single(l => l.To == "greta.sandpiper@aldermouth.example");
        greta.Message.TextBody!.ShouldContain("Dear Greta Sandpiper");
        greta.Message.Headers.Contains("List-Unsubscribe").ShouldBeFalse();
        server.Taken.Count.ShouldBe(8);
        WebUtility.HtmlDecode(await staff.GetStringAsync(address, Ct)).ShouldContain("7 sent");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Send notice", Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Two_presses_send_once()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var notice = await Draft(network);

        var read = await network.HashOf(notice);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => network.In(s => s.GetRequiredService<SendNotice>().Run(notice.Id, read, TheNetwork.Staff, network.Now, Ct))));

        (await network.Db(db => db.Set<Delivery>().CountAsync(d => d.Person != null, Ct))).ShouldBe(7);
        (await network.Db(db => db.Set<Batch>().CountAsync(b => b.Class == NoticeLetters.ClassName, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_changed_while_somebody_read_it_does_not_go_and_what_went_is_not_changed()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var notice = await Draft(network);
        var read = await network.HashOf(notice);
        await network.Db(async db =>
        {
            (await db.Set<Notice>().SingleAsync(Ct)).Write(new("Another subject", "Other words.", Audience.AllMembers, ItemKind.Information));
            await db.Save(TheNetwork.Staff, "Change notice", Ct);
        });

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<SendNotice>().Run(notice.Id, read, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("Read it again");
        var now = await network.Db(db => db.Set<Notice>().SingleAsync(Ct));
        await network.In(async s => await s.GetRequiredService<SendNotice>().Run(notice.Id, await network.HashOf(now), TheNetwork.Staff, network.Now, Ct));

        var sent = await network.Db(db => db.Set<Notice>().SingleAsync(Ct));
        Should.Throw<RuleBroken>(() => sent.Write(new("Again", "Again.", Audience.AllMembers, ItemKind.Information)));
    }

    [Fact]
    public async Task A_statement_is_no_notice_and_words_that_were_put_to_members_do_not_leave_by_one()
    {
        Should.Throw<RuleBroken>(() => new Notice(new("What we want", "More.", "x", ItemKind.Statement), TheNetwork.Staff, TheNetwork.Start)).Field.ShouldBe("Kind");
        await using var network = await Asked.Network(3);
        const string Words = "Members want a transport fund that lasts for ten years and is decided where people live.";
        await network.HasRound(Asked.Draft(text: Words));
        await network.Has(new Audience("chairs", "Chairs", AudienceLine.Parse("+position-in-member:chair")));
        var notice = await Draft(network, $"As you know: {Words.ToUpperInvariant()}", "chairs");

        (await Should.ThrowAsync<RuleBroken>(() => network.In(async s => await s.GetRequiredService<SendNotice>().Run(notice.Id, await network.HashOf(notice), TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("put to members");

        (await network.Db(db => db.Set<Notice>().SingleAsync(Ct))).IsSent.ShouldBeFalse();
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Refused: release a statement", Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_of_no_member_may_leave_notices_by_a_link_and_gets_the_next_one_no_more()
    {
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin("testpacks/three", settings: server.Use);
        await network.Has(new Audience("agencies", "Agencies", AudienceLine.Parse("+organisation-kind:agency")));
        await Sent(network, await Draft(network, audience: "agencies"));
        var letter = server.Taken.Single();
        letter.Message.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var ivo = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "ivo-strand", Ct));
        var link = $"/u/notices/{network.Services.GetRequiredService<NoticeTokens>().For(ivo.Id, ivo.Email)}";
        using var browser = network.Client();

        (await browser.GetStringAsync(link, Ct)).ShouldContain("Get no more notices?");
        await Sent(network, await Draft(network, "While the page was only shown.", "agencies"));
        server.Taken.Count.ShouldBe(2, "looking stops nothing");
        (await browser.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var next = await Draft(network, "After they left.", "agencies");
        (await Should.ThrowAsync<RuleBroken>(() => Sent(network, next))).Message.ShouldContain("Nobody would get it");
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("theme")]
    [InlineData("kind")]
    public async Task What_goes_is_what_was_read_whom_it_goes_to_its_theme_and_its_kind_with_it(string changed)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await network.Has(new Audience("agencies", "Agencies", AudienceLine.Parse("+organisation-kind:agency")));
        var notice = await Draft(network, audience: "agencies", theme: "flood");
        using var staff = await network.ClientAs(Role.Staff);
        var shown = await staff.GetAsync($"/desk/notices/{notice.Id}", Ct);
        await network.Db(async db =>
        {
            var (draft, audience) = (await db.Set<Notice>().SingleAsync(Ct), await db.Set<Audience>().SingleAsync(a => a.Code == "agencies", Ct));
            if (changed == "audience") audience.Change(audience.Name, [AudienceLine.Parse("+position-in-member")]);
            else draft.Write(new(draft.Subject, draft.Markdown, "agencies", changed == "kind" ? ItemKind.Announcement : ItemKind.Information, changed == "theme" ? null : "flood"));
            await db.Save(TheNetwork.Staff, "Change it", Ct);
        });

        WebUtility.HtmlDecode(await (await staff.Again(shown)).Content.ReadAsStringAsync(Ct)).ShouldContain("changed while you were reading it");

        (await network.Db(db => db.Set<Notice>().SingleAsync(Ct))).IsSent.ShouldBeFalse();
    }

    [Theory]
    [InlineData("+position-in-member:chair +board", true)]
    [InlineData("+grouping:upper", true)]
    [InlineData("+theme:export &position-in-member", true)]
    [InlineData("+position-in-member +organisation-kind:agency", false)]
    [InlineData("+organisation-kind:agency &invited:{0}|silent", false)]
    [InlineData("+invited:{0}|silent", false)]
    public async Task Only_service_letters_to_the_people_of_members_have_no_link_to_leave_by(string conditions, bool service)
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var audience = new Audience("x", "X", [.. conditions.Replace("{0}", Guid.NewGuid().ToString("N")).Split(' ').Select(AudienceLine.Parse)]);

        (await network.In(s => Task.FromResult(s.GetRequiredService<SendNotice>().OfTheNetwork(audience)))).ShouldBe(service);
    }

    [Fact]
    public async Task Whoever_left_notices_gets_none_as_a_guest_of_an_event_either()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        await network.Has(new Audience("guests", "Guests", AudienceLine.Parse($"+invited:{at.Id:N}|silent")));
        var notice = await Draft(network, audience: "guests");
        var before = await Readers(network, notice);
        var guest = before.First(c => c.Gets);

        await network.In(s => s.GetRequiredService<LeaveList>().Leave(guest.Person, guest.Address, SendNotice.List, "by the link in the letter", Actor.Recipient, Ct));

        (await Readers(network, notice)).Single(c => c.Person == guest.Person).LeftOut!.ShouldStartWith("Left this list");
    }

    [Fact]
    public async Task A_hold_on_what_is_public_keeps_notices_to_outsiders_waiting_and_those_to_members_go()
    {
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin("testpacks/three", settings: server.Use);
        await network.Has(Hold.On(Hold.Public, "An election.", network.Now.AddDays(-1), network.Now.AddDays(2)), new Audience("agencies", "Agencies", AudienceLine.Parse("+organisation-kind:agency")));

        await Sent(network, await Draft(network, audience: "agencies"));
        server.Taken.ShouldBeEmpty();
        await Sent(network, await Draft(network));
        server.Taken.Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_hold_on_everything_keeps_every_notice_waiting()
    {
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin("testpacks/three", settings: server.Use);
        await network.Has(Hold.On(Hold.Everything, "A death.", network.Now.AddDays(-1), network.Now.AddHours(2)));

        await Sent(network, await Draft(network));
        server.Taken.ShouldBeEmpty();
        await network.MoveTo(network.Now.AddHours(3));
        await network.Drain();
        server.Taken.Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_hold_on_its_theme_keeps_its_letters_waiting()
    {
        await using var server = new FakeMailServer();
        await using var network = await TheNetwork.Begin("testpacks/three", settings: server.Use);
        await network.Has(Hold.On("theme:flood", "An inquiry is under way.", network.Now.AddDays(-1), network.Now.AddDays(2)));

        await Sent(network, await Draft(network, theme: "flood"));
        server.Taken.ShouldBeEmpty();
        await Sent(network, await Draft(network, "About something else."));
        server.Taken.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Who_wrote_and_who_sent_it_are_exported_and_erased()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var me = await network.PersonWho(Role.Staff);
        var notice = new Notice(new("Hello", "Words.", Audience.AllMembers, ItemKind.Information), new(me.Id, me.Name), network.Now);
        await network.Has(notice);
        await network.In(async s => await s.GetRequiredService<SendNotice>().Run(notice.Id, await network.HashOf(notice), new(me.Id, me.Name), network.Now, Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(me.Id, TheNetwork.Staff, Ct));

        var kept = await network.Db(db => db.Set<Notice>().SingleAsync(Ct));
        (kept.Writer, kept.WriterName, kept.Sender, kept.SenderName, kept.SentTo).ShouldBe((null, "a former colleague", null, "a former colleague", 7));
    }

    private static async Task<IReadOnlyList<Chosen>> Readers(TheNetwork network, Notice notice) =>
        (await network.In(s => s.GetRequiredService<SendNotice>().Readers(notice, new DateOnly(2017, 10, 16), Ct))).Chosen;

    private static async Task<Notice> Draft(TheNetwork network, string text = "We meet in room 2.", string audience = Audience.AllMembers, string? theme = null)
    {
        var notice = new Notice(new("The room has changed", text, audience, ItemKind.Information, theme), TheNetwork.Staff, network.Now);
        await network.Has(notice);
        return notice;
    }

    private static async Task Sent(TheNetwork network, Notice notice)
    {
        await network.In(async s => await s.GetRequiredService<SendNotice>().Run(notice.Id, await network.HashOf(notice), TheNetwork.Staff, network.Now, Ct));
        await network.MoveTo(network.Now.AddMinutes(5));
    }
}

internal static class NoticesGiven
{
    /// <summary>As it stands behind the button, for the audience as it is now.</summary>
    public static async Task<string> HashOf(this TheNetwork network, Notice notice) =>
        notice.HashFor(await network.Db(db => db.Set<Audience>().Where(a => a.Code == notice.Audience).Select(a => a.Conditions).SingleAsync(TestContext.Current.CancellationToken)));
}
