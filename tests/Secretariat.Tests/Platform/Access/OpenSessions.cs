using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Clocks;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Access;

public sealed class OpenSessions
{
    [Fact]
    public async Task Moving_the_networks_clock_thirty_days_signs_nobody_out()
    {
        await using var network = await TheNetwork.Begin();
        var client = await network.ClientAs(Role.Staff);

        await network.MoveTo(network.Now.AddDays(30));

        (await client.GetStringAsync("/sign-out")).ShouldContain("Signed in as");
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_even_for_a_copy_of_its_cookie()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        var client = await network.ClientOf(person.Id, person.Name);
        var copy = network.Client();
        copy.DefaultRequestHeaders.Add("Cookie", client.DefaultRequestHeaders.GetValues("Cookie"));
        var phone = await network.ClientOf(person.Id, person.Name);

        await client.PostAsync("/sign-out", null);

        (await copy.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        (await phone.GetStringAsync("/sign-out")).ShouldContain("Signed in as");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in_of_that_person_and_of_no_other()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Staff);
        var (client, phone, other) = (await network.ClientOf(person.Id), await network.ClientOf(person.Id), await network.ClientAs(Role.Staff));

        await client.PostAsync("/sign-out", new FormUrlEncodedContent([new("everywhere", "true")]));

        (await phone.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        (await other.GetStringAsync("/sign-out")).ShouldContain("Signed in as");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Sign out everywhere"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_sign_in_is_over_after_ninety_days_and_its_row_goes()
    {
        await using var network = await TheNetwork.Begin();
        var (old, fresh) = (await network.ClientAs(Role.Staff), await network.ClientAs(Role.Staff));
        var oldest = await network.Db(db => db.Set<Session>().OrderBy(s => s.BeganAt).Select(s => s.Id).FirstAsync());
        await network.Db(db => db.Write(() => db.Set<Session>().Where(s => s.Id == oldest).ExecuteUpdateAsync(s => s.SetProperty(x => x.BeganAt, TimeProvider.System.GetUtcNow().AddDays(-91)))));

        (await old.GetStringAsync("/sign-out")).ShouldContain("You are signed out");
        (await fresh.GetStringAsync("/sign-out")).ShouldContain("Signed in as");
        await network.MoveTo(network.Now.AddMinutes(1));

        (await network.Db(db => db.Set<Session>().Select(s => s.Id).ToListAsync())).ShouldHaveSingleItem().ShouldNotBe(oldest);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.RecordId == oldest))).ShouldBe(1, "that there was a sign-in stays in the trail");
    }

    [Fact]
    public async Task A_right_ends_on_the_day_the_position_ends()
    {
        await using var network = await TheNetwork.Begin();
        var person = await network.PersonWho(Role.Chair);
        await network.Db(async db =>
        {
            var chair = await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Id == person.Id);
            chair.Positions.Single().End(network.Now.DateIn(TimeZoneInfo.Utc));
            await db.Save(TheNetwork.Staff, "End position");
        });

        (await Roles(network, person.Id)).ShouldBe([Role.Chair]);
        await network.MoveTo(network.Now.AddDays(1));
        (await Roles(network, person.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_see_a_page_is_told_so_there_and_a_program_is_told_by_its_status()
    {
        await using var network = await TheNetwork.Begin();

        var chair = await (await network.ClientAs(Role.Chair)).GetAsync("/desk");
        chair.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await chair.Content.ReadAsStringAsync()).ShouldContain("not yours to see");

        (await network.Client().GetAsync("/desk")).Headers.Location!.PathAndQuery.ShouldBe("/sign-in?to=%2Fdesk");
        (await network.Client().GetAsync("/api/v1/plan/outcomes")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<IReadOnlySet<Role>> Roles(TheNetwork network, Guid person) => network.In(s => s.GetRequiredService<RolesNow>().Of(person, default));
}
