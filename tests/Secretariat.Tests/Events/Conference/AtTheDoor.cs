using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Attendance;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>Checking in, and what is counted of it.</summary>
public sealed class AtTheDoor
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Morning = new(2019, 1, 23, 9, 15, 0, TimeSpan.Zero);

    [Fact]
    public async Task One_tap_checks_in_and_the_conference_counts_as_held_with_the_places_that_were_used()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var maud = await network.Named(at.Id);
        await network.Named(at.Id, "Kit Barrow", "kit@aldermouth.example", "ALD");
        using var staff = await network.ClientAs(Role.Staff);
        var door = $"/desk/events/{at.Id}/check-in";

        (await (await staff.Submit(door + $"?q={maud.Code}", door, ("ticket", $"{maud.Id}"))).Content.ReadAsStringAsync(Ct)).ShouldContain("It is on Wednesday 23 January 2019");
        network.Clock.StopAt(Morning);
        (await staff.Submit(door + "?q=osier", door, ("ticket", $"{maud.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.Submit(door, door + "?handler=Undo", ("ticket", $"{maud.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Db(db => db.Set<Event>().Where(e => e.Id == at.Id).Select(e => e.State).SingleAsync(Ct))).ShouldBe(EventState.Announced, "nobody is in any more");
        (await staff.Submit(door, door, ("ticket", $"{maud.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await staff.GetStringAsync(door, Ct)).ShouldContain("1 of 2 are in");
        var evidence = (await network.In(s => s.GetServices<IEvidence>().OfType<MeetingsHeld>().Single().Between(TheDiary.Day, TheDiary.Day, Ct))).ShouldHaveSingleItem();
        (evidence.Code, evidence.Title).ShouldBe(("meetings-held:conference", "Conference of the Chambers: 1 person there from 1 member · members used 1 of the 12 places offered to them"));
        (await network.Db(db => db.Set<Invitee>().SingleAsync(i => i.Event == at.Id, Ct))).Words().ShouldBe("had a ticket");
    }

    [Fact]
    public async Task A_tickets_picture_leads_staff_to_it_and_shows_a_stranger_nothing()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var maud = await network.Named(at.Id);
        var address = new Uri(Qr.Address(new("http://localhost/"), maud)).PathAndQuery;
        using var staff = await network.ClientAs(Role.Staff);
        using var stranger = network.Client();

        (await staff.GetStringAsync(address, Ct)).ShouldContain("Maud Osier");
        var shown = await stranger.GetAsync(address, Ct);
        shown.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        shown.Headers.Location!.ToString().ShouldContain("/sign-in");
        (await shown.Content.ReadAsStringAsync(Ct)).ShouldNotContain("Osier");
    }

    [Fact]
    public async Task A_swapped_ticket_lets_nobody_in()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var maud = await network.Named(at.Id);
        await network.Names(n => n.Swap(maud.Id, new("Kit Barrow", "kit@crossmere.example"), TheNetwork.Staff, network.Now, Ct));
        network.Clock.StopAt(Morning);

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<CheckIn>().Run(at.Id, [maud.Id], TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("somebody else was named instead");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/events/{at.Id}/check-in?q={maud.Code}", Ct)).ShouldContain("not valid");
    }

    [Fact]
    public async Task The_printed_list_goes_by_surname_and_says_nothing_of_what_people_need()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var cro = await network.Of(at.Id, "CRO");
        await network.Names(n => n.Name(cro.Id, [new("Zita Adams", "zita@crossmere.example", null, "No nuts at all"), new("Abel Zorn", "abel@crossmere.example")], TheNetwork.Staff, network.Now, Ct));
        using var staff = await network.ClientAs(Role.Staff);

        var list = await staff.GetStringAsync($"/desk/events/{at.Id}/door-list", Ct);
        list.IndexOf("Zita Adams", StringComparison.Ordinal).ShouldBeLessThan(list.IndexOf("Abel Zorn", StringComparison.Ordinal));
        list.ShouldNotContain("No nuts");
        var needs = await staff.GetStringAsync($"/desk/events/{at.Id}/door-list?needs=true", Ct);
        needs.ShouldContain("No nuts at all");
        needs.ShouldNotContain("Abel Zorn");
    }

    [Fact]
    public async Task Taking_attendance_back_empties_the_door_too()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var maud = await network.Named(at.Id);
        network.Clock.StopAt(Morning);
        await network.In(s => s.GetRequiredService<CheckIn>().Run(at.Id, [maud.Id], TheNetwork.Staff, network.Now, Ct));

        await network.In(s => s.GetRequiredService<TakeAttendance>().Undo(at.Id, TheNetwork.Staff, Ct));

        (await network.TicketOf(at.Id, "Maud Osier")).CheckedInAt.ShouldBeNull();
    }

    [Fact]
    public async Task Another_time_and_a_cancellation_are_told_to_everybody_with_a_ticket()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        await network.Named(at.Id, "Kit Barrow", "kit@crossmere.example");
        Task Do(Func<ChangeEvent, Event, Task> work) => network.In(async s => await work(s.GetRequiredService<ChangeEvent>(), await s.GetRequiredService<Db>().Set<Event>().SingleAsync(e => e.Id == at.Id, Ct)));

        await Do((c, e) => c.Run(e, TheConference.Draft() with { Place = "The Custom House, Aldermouth" }, TheNetwork.Staff, Ct));
        await Do((c, e) => c.Cancel(e, "The river is in the hall.", TheNetwork.Staff, Ct));

        (await network.Letters()).Select(l => l.Subject.Split(':')[0]).ShouldBe(["Your ticket", "Changed", "Cancelled"], ignoreOrder: true);
    }
}
