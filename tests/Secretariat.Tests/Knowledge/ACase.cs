using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Figures;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Knowledge;

/// <summary>From the first words of a member's officer to what others read.</summary>
public sealed class ACase
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static (string, string)[] Filled(params (string, string)[] also) =>
        [("Input.Title", "A market in the rain"), ("Input.Themes", "high-streets"), ("Input.Problem", "Nobody comes when it rains."), ("Input.Done", "Awnings, lent by the day."), ("Input.Came", "Too early to say."), .. also];

    [Fact]
    public async Task A_members_officer_writes_it_staff_look_it_over_and_only_then_do_other_members_read_it_and_does_it_count()
    {
        await using var network = await Practised.Begin();
        var (officer, other, staff) = (await network.As(Practised.Officer), await network.As(Practised.ChiefExecutive), await network.ClientAs(Role.Staff));

        var saved = await officer.Submit("/my/practice/new", null, Filled(("Input.Offer", "true")));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = saved.Headers.Location!.OriginalString;
        var id = Guid.Parse(page.Split('/')[^1]);
        (await officer.GetStringAsync(page, Ct)).ShouldContain("Staff look it over");
        (await other.GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetStringAsync("/my/practice", Ct)).ShouldNotContain("A market in the rain");
        (await Today(network)).ShouldContain(t => t.Verb == "Look over" && t.Href == $"/desk/practice/{id}");
        (await Counted(network)).ShouldBeEmpty();

        (await staff.Submit($"/desk/practice/{id}", "?handler=Share")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await other.GetStringAsync(page, Ct)).ShouldContain("Awnings, lent by the day.");
        (await other.GetStringAsync("/my/practice?q=awnings&theme=high-streets&member=CRO", Ct)).ShouldContain("A market in the rain");
        (await other.GetStringAsync("/my/practice?member=ALD", Ct)).ShouldNotContain("A market in the rain");
        (await other.GetStringAsync("/my/practice?q=umbrellas", Ct)).ShouldNotContain("A market in the rain");
        var proof = (await Counted(network)).ShouldHaveSingleItem();
        (proof.Title, proof.Href).ShouldBe(("A market in the rain (Crossmere)", $"/desk/practice/{id}"));
        (await network.Case(id)).Invented.ShouldBeFalse();
    }

    [Fact]
    public async Task An_officer_writes_for_their_own_member_and_for_no_other()
    {
        await using var network = await Practised.Begin();
        var theirs = await network.Shared();
        var officer = await network.As(Practised.Officer);
        var token = $"/my/practice/new";

        (await officer.Forge(token, $"/my/practice/{theirs.Id}/edit", ("Input.Title", "Mine now"), ("Input.From", "1"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await officer.Forge(token, $"/my/practice/{theirs.Id}?handler=TakeBack", ("Input.Why", "Because."))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.Forge(token, "/my/practice/new", ("member", "ALD"), ("Input.Title", "Theirs"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await network.ClientAs(Role.Sponsor)).GetAsync($"/my/practice/{theirs.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await network.ClientAs(Role.BoardMember)).GetAsync("/my/practice/new", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var now = await network.Case(theirs.Id);
        (now.State, now.Versions).ShouldBe((CaseState.Shared, 1));
        (await network.Db(db => db.Set<PracticeCase>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_shared_stays_as_it_was_while_the_next_version_is_written_and_every_version_is_kept()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared();
        var (ours, other, staff) = (await network.As(Practised.ChiefExecutive), await network.As(Practised.Officer), await network.ClientAs(Role.Staff));

        await ours.Submit($"/my/practice/{shared.Id}/edit", null, ("Input.Done", "The council holds the keys now."));

        (await other.GetStringAsync($"/my/practice/{shared.Id}", Ct)).ShouldContain("The chamber holds the keys");
        (await ours.GetStringAsync($"/my/practice/{shared.Id}?newest=true", Ct)).ShouldContain("The council holds the keys now.");
        await ours.Submit($"/my/practice/{shared.Id}/edit", null, ("Input.Offer", "true"));
        await staff.Submit($"/desk/practice/{shared.Id}", "?handler=Share");
        (await other.GetStringAsync($"/my/practice/{shared.Id}", Ct)).ShouldContain("The council holds the keys now.");
        (await staff.GetStringAsync($"/desk/practice/{shared.Id}?version=1", Ct)).ShouldContain("The chamber holds the keys");
        var now = await network.Case(shared.Id);
        (now.Versions, now.SharedAt).ShouldBe((2, shared.SharedAt));
    }

    [Fact]
    public async Task After_a_look_for_similar_ones_the_case_is_saved_as_before()
    {
        await using var network = await Practised.Begin();
        var officer = await network.As(Practised.Officer);

        var looked = await officer.Submit("/my/practice/new", "?handler=alike", Filled());
        (await officer.Again(looked, "/my/practice/new", ("Input.Offer", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<PracticeCase>().Select(c => c.State).SingleAsync(Ct))).ShouldBe(CaseState.Waiting);
        await officer.Submit("/my/practice/new", null, Filled(("Input.Offer", "true")));
        (await network.Db(db => db.Set<PracticeCase>().CountAsync(Ct))).ShouldBe(1, "two presses are one case, given to staff or not");
    }

    [Fact]
    public async Task What_its_member_never_gave_to_staff_is_shared_only_when_somebody_there_permitted_it()
    {
        await using var network = await Practised.Begin();
        var officer = await network.As(Practised.Officer);
        var page = (await officer.Submit("/my/practice/new", null, Filled())).Headers.Location!.OriginalString;
        var (desk, staff) = (page.Replace("/my/", "/desk/"), await network.ClientAs(Role.Staff));

        (await (await staff.Submit(desk, "?handler=Share")).Content.ReadAsStringAsync(Ct)).ShouldContain("has not given it to you to share");
        (await staff.Submit(desk, "?handler=Share", ("Input.PermittedBy", "Their Chair, on the telephone"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Db(db => db.Set<PracticeCase>().SingleAsync(Ct))).PermittedBy.ShouldBe("Their Chair, on the telephone");
    }

    [Fact]
    public async Task A_half_written_draft_that_is_given_to_staff_from_its_page_says_what_it_lacks()
    {
        await using var network = await Practised.Begin();
        var officer = await network.As(Practised.Officer);
        var page = (await officer.Submit("/my/practice/new", null, ("Input.Title", "Half"))).Headers.Location!.OriginalString;

        (await (await officer.Submit(page, "?handler=Offer")).Content.ReadAsStringAsync(Ct)).ShouldContain("Choose at least one theme");
    }

    [Fact]
    public async Task Staff_send_it_back_with_what_should_be_changed_and_its_writer_reads_that()
    {
        await using var network = await Practised.Begin();
        var (officer, staff) = (await network.As(Practised.Officer), await network.ClientAs(Role.Staff));
        var page = (await officer.Submit("/my/practice/new", null, Filled(("Input.Offer", "true")))).Headers.Location!.OriginalString;
        var desk = page.Replace("/my/", "/desk/");

        (await (await staff.Submit(desk, "?handler=Back")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say what should be changed");
        await staff.Submit(desk, "?handler=Back", ("Input.Why", "Say what the awnings cost."));

        (await officer.GetStringAsync("/my/practice", Ct)).ShouldContain("Say what the awnings cost.");
        await officer.Submit(page + "/edit", null, ("Input.Took", "£40 a day."), ("Input.Offer", "true"));
        var now = await network.Case(Guid.Parse(page.Split('/')[^1]));
        (now.State, now.Returned, now.Versions).ShouldBe((CaseState.Waiting, null, 2));
    }

    [Fact]
    public async Task A_draft_may_be_half_written_and_what_others_read_may_not()
    {
        await using var network = await Practised.Begin();
        var officer = await network.As(Practised.Officer);

        var shown = await (await officer.Submit("/my/practice/new", null, ("Input.Title", "Half"), ("Input.Themes", "high-streets"), ("Input.Problem", "Rain."), ("Input.Done", "Awnings."), ("Input.Came", "40 more stalls."), ("Input.Offer", "true"))).Content.ReadAsStringAsync(Ct);
        shown.ShouldContain("Say where they are from.");
        shown.ShouldContain("40 more stalls.");
        (await network.Db(db => db.Set<PracticeCase>().CountAsync(Ct))).ShouldBe(0);

        (await officer.Submit("/my/practice/new", null, ("Input.Title", "Half"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.Submit("/my/practice/new", null, ("Input.Title", "Half"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Db(db => db.Set<PracticeCase>().CountAsync(Ct))).ShouldBe(1, "two presses are one case");
        (await (await officer.Submit("/my/practice/new", null, ("Input.Title", "Two\nlines"))).Content.ReadAsStringAsync(Ct)).ShouldContain("on one line");
    }

    [Fact]
    public async Task What_was_taken_back_says_why_and_shows_none_of_its_words_and_no_longer_counts()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared();
        var (ours, other) = (await network.As(Practised.ChiefExecutive), await network.As(Practised.Officer));

        (await (await ours.Submit($"/my/practice/{shared.Id}", "?handler=TakeBack")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why");
        await ours.Submit($"/my/practice/{shared.Id}", "?handler=TakeBack", ("Input.Why", "The landlords changed their minds."));

        var page = await other.GetStringAsync($"/my/practice/{shared.Id}", Ct);
        page.ShouldContain("The landlords changed their minds.");
        page.ShouldNotContain("The chamber holds the keys");
        (await Counted(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told_and_loses_nothing()
    {
        await using var network = await Practised.Begin();
        var written = await network.Written();
        var staff = await network.ClientAs(Role.Staff);
        await network.In(s => s.GetRequiredService<WriteCase>().Change(written.Id, 1, null, Practised.Draft() with { Done = "Somebody else’s words." }, new Actor(null, "Odile Brook"), network.Now, Ct));

        var shown = await (await staff.Submit($"/desk/practice/{written.Id}/edit", null, ("Input.From", "1"), ("Input.Done", "My own words."))).Content.ReadAsStringAsync(Ct);

        shown.ShouldContain("Odile Brook saved version 2 while you were writing.");
        shown.ShouldContain("My own words.");
        (await network.Case(written.Id)).Versions.ShouldBe(2);
        shown.ShouldContain("name=\"Input.From\" value=\"2\"", customMessage: "whoever was told saves over it knowingly");
    }

    [Fact]
    public async Task What_was_changed_after_staff_read_it_is_not_shared_unread()
    {
        await using var network = await Practised.Begin();
        var written = await network.Written();
        var read = (await network.Latest(written.Id)).Hash();
        await network.In(s => s.GetRequiredService<WriteCase>().Change(written.Id, 1, null, Practised.Draft() with { Done = "Other words." }, TheNetwork.Staff, network.Now, Ct));

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<ShareCase>().Run(written.Id, read, null, null, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("changed while you were reading");
    }

    [Fact]
    public async Task Who_to_ask_is_shown_to_members_and_only_while_they_are_there()
    {
        await using var network = await Practised.Begin();
        var contact = await network.PersonCalled(Practised.ChiefExecutive);
        var shared = await network.Shared(draft: Practised.Open() with { Contact = contact });
        var (officer, visitor) = (await network.As(Practised.Officer), network.Client());

        (await officer.GetStringAsync($"/my/practice/{shared.Id}", Ct)).ShouldContain("lionel.weir@aldermouth.example");
        (await visitor.GetStringAsync(shared.Path, Ct)).ShouldNotContain("Lionel");
        await network.Db(async db =>
        {
            (await db.Set<Secretariat.Members.People.Position>().SingleAsync(p => p.Person == contact, Ct)).End(new DateOnly(2018, 12, 2));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });
        (await officer.GetStringAsync($"/my/practice/{shared.Id}", Ct)).ShouldContain("Nobody is named now.");
    }

    private static Task<IReadOnlyList<TodayTask>> Today(TheNetwork network) => network.In(s => s.GetServices<IToday>().OfType<PracticeToday>().Single().For(new DateOnly(2018, 12, 3), Ct));

    private static Task<IReadOnlyList<Evidence>> Counted(TheNetwork network) => network.In(s => s.GetServices<IEvidence>().OfType<CasesShared>().Single().Between(new(2018, 4, 1), new(2019, 3, 31), Ct));
}
