using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Events.Attendance;
using Secretariat.Events.Invitations;
using Secretariat.Events.Minutes;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Events;

/// <summary>Somebody with two records that are said to be one: what was asked of either is asked of them.</summary>
public sealed class AsOnePerson
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_was_invited_by_a_record_that_is_merged_answers_with_the_one_that_is_kept_and_is_not_invited_again()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var (odile, kept) = await Merged(network, "Odile Brook");

        var asks = await network.In(s => s.GetServices<IAsk>().OfType<InviteAsks>().Single().Open(s.GetRequiredService<Secretariat.Platform.Data.Db>(), kept, network.Now, Ct));
        asks.ShouldHaveSingleItem().Address.ShouldBe("odile@home.example");
        using var mine = await network.ClientOf(kept);
        (await mine.GetStringAsync("/my/events", Ct)).ShouldContain("Winter dinner");
        var invitee = await network.InviteeOf(at.Id, "Odile Brook");
        await mine.Submit($"/my/events/{invitee.Id}", null, ("Input.Reply", "Coming"));

        var answered = await network.InviteeOf(at.Id, "Odile Brook");
        (answered.Reply, answered.Person, answered.Through).ShouldBe((Reply.Coming, odile, null));
        Calendar.Load(await mine.GetStringAsync($"/a/c/{network.Services.GetRequiredService<EventTokens>().Calendar(kept)}", Ct))!.Events.ShouldHaveSingleItem();
        (await network.In(async s => await s.GetRequiredService<InviteAudience>().Preview(at, await s.GetRequiredService<InviteAudience>().Chosen(at, InviteAudience.OfKind, Ct), new DateOnly(2018, 12, 3), Ct)))
            .ShouldNotContain(c => c.Gets && c.Person == kept);
    }

    [Fact]
    public async Task Whoever_has_two_records_with_one_address_gets_one_invitation_and_is_not_asked_again()
    {
        await using var network = await TheDiary.Begin();
        var before = await network.PersonCalled("Odile Brook");
        var again = new Person("Odile Brook", "Odile.Brook@crossmere.example");
        await network.Has(again);
        await network.Merges(before, again.Id);

        var at = await network.WithInvitees();

        (await network.Letters()).Count(l => l.To.Equals("odile.brook@crossmere.example", StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
        var odile = await network.InviteeOf(at.Id, "Odile Brook");
        (odile.Person, odile.LeftOut).ShouldBe((again.Id, null));
        odile.Role.ShouldStartWith("Chair");
        odile.Organisation.ShouldNotBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<InviteAudience>().Run(at.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("still to be asked");
    }

    [Fact]
    public async Task Whoever_begins_later_is_asked_when_they_have_begun_and_was_not_away_before()
    {
        await using var network = await TheDiary.Begin();
        var (body, person) = (new Organisation("NEW", "Newwater", OrganisationKind.Member), new Person("Nell Marsh", "nell@newwater.example"));
        person.Take(body, PositionKind.Chair, "", new DateOnly(2019, 1, 10));
        await network.Has(body, person);
        var at = await network.WithInvitees();
        (await network.Db(db => db.Set<Invitee>().CountAsync(i => i.Name == "Nell Marsh", Ct))).ShouldBe(0);

        network.Clock.StopAt(new(2019, 1, 11, 9, 0, 0, TimeSpan.Zero));
        (await network.In(s => s.GetRequiredService<InviteAudience>().Run(at.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct))).ShouldBe(1);

        (await network.InviteeOf(at.Id, "Nell Marsh")).Organisation.ShouldBe(body.Id);
    }

    [Fact]
    public async Task A_PA_acts_for_the_person_however_many_records_they_have()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        var (greta, kept) = await Merged(network, "Greta Sandpiper");
        var nuala = await network.PersonCalled("Nuala Ferris");

        (await network.Db(db => ActingPas.For(db, [greta], new DateOnly(2018, 12, 3), Ct)))[greta].ShouldHaveSingleItem().Person.ShouldBe(nuala);
        (await network.Db(db => ActingPas.Voices(db, nuala, new DateOnly(2018, 12, 3), Ct))).ShouldContain(kept);
        var member = await network.Db(db => db.Set<Organisation>().Where(o => db.Set<Position>().Any(p => p.Person == greta && p.Organisation == o.Id)).Select(o => o.Id).SingleAsync(Ct));
        var voices = await network.Db(db => WhoMayAnswer.On(db, new Elector(Guid.NewGuid(), member, null, "ALD", "A member"), new DateOnly(2018, 12, 3), Ct));
        voices.Single(v => v.IsPa).ShouldSatisfyAllConditions(v => v.Person.ShouldBe(nuala), v => v.For.ShouldBe(kept));
        using var pa = await network.ClientOf(nuala);
        var invitee = await network.InviteeOf(at.Id, "Greta Sandpiper");
        await pa.Submit($"/my/events/{invitee.Id}", null, ("Input.Reply", "NotComing"));
        (await network.InviteeOf(at.Id, "Greta Sandpiper")).Through.ShouldBe("Nuala Ferris");
    }

    [Fact]
    public async Task An_action_of_a_record_that_is_merged_comes_back_to_the_one_that_is_kept()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees();
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        var invitee = await network.InviteeOf(at.Id, "Odile Brook");
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(at.Id, new Dictionary<Guid, Presence> { [invitee.Id] = Presence.There }, [], TheNetwork.Staff, network.Now, Ct));
        await network.In(s => s.GetRequiredService<WriteMinutes>().Run(at.Id, "The gates were spoken of.", [new(invitee.Person!.Value, "Send the plan of the gates", new DateOnly(2019, 2, 7))], TheNetwork.Staff, network.Now, Ct));
        var (_, kept) = await Merged(network, "Odile Brook");
        var action = await network.Db(db => db.Set<EventAction>().AsNoTracking().SingleAsync(Ct));

        (await network.In(s => s.GetServices<IAsk>().OfType<ActionAsks>().Single().Open(s.GetRequiredService<Secretariat.Platform.Data.Db>(), kept, network.Now, Ct))).ShouldHaveSingleItem().Person.ShouldBe(kept);
        using var mine = await network.ClientOf(kept);
        await mine.Submit($"/my/actions/{action.Id}", null, ("Input.Longer", "false"));

        (await network.Db(db => db.Set<EventAction>().AsNoTracking().SingleAsync(Ct))).ClosedAt.ShouldNotBeNull();
    }

    /// <summary>A second record of somebody at their home address, which is the one that is kept.</summary>
    private static async Task<(Guid Before, Guid Kept)> Merged(TheNetwork network, string name)
    {
        var before = await network.PersonCalled(name);
        var again = new Person(name + " ", $"{name.Split(' ')[0].ToLowerInvariant()}@home.example");
        await network.Has(again);
        await network.Merges(before, again.Id);
        return (before, again.Id);
    }
}
