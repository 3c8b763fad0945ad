using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.People;

public sealed class WhatIsMine
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_PA_sees_herself_whom_she_acts_for_and_her_own_members_people_and_nobody_elses()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var nuala = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "nuala-ferris", Ct));
        using var client = await network.ClientOf(nuala.Id, nuala.Name);

        var page = await client.GetStringAsync("/my", Ct);

        page.ShouldContain("PA, Aldermouth");
        page.ShouldContain("acting for Greta Sandpiper and Lionel Weir");
        page.ShouldContain("Aldermouth Chamber: its people");
        page.ShouldNotContain("Percy Teal");
    }

    [Fact]
    public async Task A_Chair_whose_term_is_over_is_let_in_no_more()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2018, 11, 1, 9, 0, 0, TimeSpan.Zero));
        var hussein = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "hussein-lock", Ct));
        using var client = await network.ClientOf(hussein.Id, hussein.Name);
        (await client.GetStringAsync("/my", Ct)).ShouldContain("On the Management Board for Upper rivers");

        network.Clock.StopAt(new DateTimeOffset(2019, 4, 1, 9, 0, 0, TimeSpan.Zero));

        ((int)(await client.GetAsync("/my", Ct)).StatusCode).ShouldNotBe(200);
    }

    [Fact]
    public async Task What_a_member_received_and_said_is_its_own_peoples_to_read_and_nobody_elses()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var nuala = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "nuala-ferris", Ct));
        using var client = await network.ClientOf(nuala.Id, nuala.Name);

        var page = await client.GetStringAsync("/my/members/ALD", Ct);

        page.ShouldContain("Aldermouth Chamber</h1>");
        page.ShouldContain("Staff keep working notes as well.");
        page.ShouldNotContain("href=\"/desk");
        (await client.GetStringAsync("/my", Ct)).ShouldContain("/my/members/ALD");
        (await client.GetAsync("/my/members/CRO", Ct)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_menu_has_what_somebodys_role_needs_and_says_where_one_is()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(new DateTimeOffset(2018, 11, 1, 9, 0, 0, TimeSpan.Zero));
        var hussein = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "hussein-lock", Ct));
        using var chair = await network.ClientOf(hussein.Id, hussein.Name);
        using var sponsor = await network.ClientAs(Secretariat.Platform.Access.Role.Sponsor);

        var page = await chair.GetStringAsync("/my/grouping", Ct);

        page.ShouldContain("<a href=\"/my/grouping\" aria-current=\"page\">My grouping</a>");
        page.ShouldContain("For whom you speak");
        page.ShouldContain("Brackwater");
        var theirs = await sponsor.GetStringAsync("/my/sponsorship", Ct);
        theirs.ShouldContain("Your sponsorship");
        theirs.ShouldNotContain("/my/rounds");
    }
}
