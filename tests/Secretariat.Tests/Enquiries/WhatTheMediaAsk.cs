using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Enquiries.Media;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>Journalists ask, members speak, and nobody speaks for all of them.</summary>
public sealed class WhatTheMediaAsk
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_says_that_they_speak_on_a_theme_is_rung_first_and_two_taps_log_it()
    {
        await using var network = await TheDiary.Begin();
        var (percy, sunil) = (await network.PersonCalled("Percy Teal"), await network.PersonCalled("Sunil Heron"));
        using var heron = await network.ClientOf(sunil, "Sunil Heron");
        (await heron.Submit("/my/media", null, ("Input.Themes", "export"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var staff = await network.ClientAs(Role.Staff);
        var page = (await staff.Submit("/desk/media/new", null, ("Input.Outlet", "Harbour News"), ("Input.Topic", "First sales abroad"), ("Input.Theme", "export"))).Headers.Location!.OriginalString;

        var shown = await staff.GetStringAsync(page, Ct);
        shown.ShouldContain("tel:01632960932");
        shown.IndexOf("Sunil Heron", StringComparison.Ordinal).ShouldBeLessThan(shown.IndexOf("Percy Teal", StringComparison.Ordinal));
        await staff.Submit(page, $"{page}?handler=Call", ("person", sunil.ToString()), ("result", "No"));
        await staff.Submit(page, $"{page}?handler=Call", ("person", percy.ToString()), ("result", "Agreed"));
        // What was agreed on the telephone is filled in already.
        (await staff.Submit(page, $"{page}?handler=Settle", ("Input.Outcome", "MemberSpoke"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var request = await network.Db(db => db.Set<MediaRequest>().AsNoTracking().SingleAsync(Ct));
        (request.Outcome, request.Spoke).ShouldBe((MediaOutcome.MemberSpoke, "Percy Teal"));
        (await network.Db(db => db.Set<MediaCall>().CountAsync(Ct))).ShouldBe(2);
        (await staff.GetStringAsync("/desk/media", Ct)).ShouldContain("a member spoke");
        var proof = (await network.In(s => s.GetServices<IEvidence>().OfType<MediaClosed>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct))).ShouldHaveSingleItem();
        proof.Title.ShouldBe("Harbour News · a member spoke: Brackwater");
        (await staff.GetAsync(proof.Href, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_view_is_a_named_members_facts_have_their_source_and_each_outcome_says_what_it_needs()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/media/{(await Asked(network)).Id}";

        foreach (var (says, fields) in new (string, (string, string)[])[]
        {
            ("Say what came of it.", []),
            ("nobody speaks for all of them", [("Input.Outcome", "MemberSpoke"), ("Input.Who", "The network")]),
            ("a view is always a named person", [("Input.Outcome", "MemberSpoke"), ("Input.Member", "BRK")]),
            ("Write which facts", [("Input.Outcome", "FactsSupplied")]),
            ("the secretariat supplies published facts only", [("Input.Outcome", "FactsSupplied"), ("Input.Said", "Three rivers.")]),
            ("whose contacts", [("Input.Outcome", "ContactsGiven")]),
            ("Nobody was rung yet", [("Input.Outcome", "NobodyAvailable")]),
            ("Say why", [("Input.Outcome", "Declined")]),
        })
            WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=Settle", fields)).Content.ReadAsStringAsync(Ct)).ShouldContain(says);
        (await staff.Submit(page, $"{page}?handler=Settle", ("Input.Outcome", "FactsSupplied"), ("Input.Said", "Three rivers."), ("Input.Source", "Atlas of the county, 2017"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await staff.GetStringAsync(page, Ct)).ShouldContain("Published: Atlas of the county, 2017");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_are_no_facts()
    {
        await using var network = await TheDiary.Begin();
        const string Text = "Members want longer transport funding from this year on, for every harbour.";
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree?", "collective-agreement", RoundText.Written("Harbours", Text, []), Text, network.Now.AddDays(7)));
        var request = await Asked(network);

        var refused = await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.FactsSupplied, Said: Text, Source: "A page"), TheNetwork.Staff, network.Now, Ct)));

        refused.Message.ShouldContain("were put to members");
        (await network.Db(db => db.Set<MediaRequest>().Select(r => r.Outcome).SingleAsync(Ct))).ShouldBeNull();
    }

    [Fact]
    public async Task A_hold_on_what_is_public_is_said_where_media_are_answered()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(Hold.On(Hold.Public, "Elections are near.", network.Now.AddDays(-1), network.Now.AddDays(20)));
        var request = await Asked(network);
        using var staff = await network.ClientAs(Role.Staff);

        foreach (var page in new[] { "/desk/media", "/desk/media/new", $"/desk/media/{request.Id}" }) (await staff.GetStringAsync(page, Ct)).ShouldContain("Elections are near.");
    }

    [Fact]
    public async Task Staff_record_who_speaks_and_erasing_that_person_takes_it_away()
    {
        await using var network = await TheDiary.Begin();
        var maud = await network.PersonCalled("Maud Osier");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/media/speakers?find=osier", Ct)).ShouldContain($"/desk/media/speakers/{maud}");
        (await staff.Submit($"/desk/media/speakers/{maud}", null, ("Input.Themes", "flood"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetStringAsync("/desk/media/speakers", Ct)).ShouldContain("Flood readiness");
        var request = await Asked(network, "flood");
        await staff.Submit($"/desk/media/{request.Id}", $"/desk/media/{request.Id}?handler=Call", ("person", maud.ToString()), ("result", "Agreed"));
        await network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.MemberSpoke, "CRO", "Maud Osier"), TheNetwork.Staff, network.Now, Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(maud, TheNetwork.Staff, Ct));

        (await network.Db(db => db.Set<SpeaksOn>().CountAsync(Ct))).ShouldBe(0);
        (await network.Db(db => db.Set<MediaCall>().Select(c => c.Name).SingleAsync(Ct))).ShouldBe("somebody there");
        (await network.Db(db => db.Set<MediaRequest>().Select(r => r.Spoke).SingleAsync(Ct))).ShouldBe("somebody there");
    }

    [Fact]
    public async Task How_a_journalist_is_reached_is_erased_in_its_time_and_that_they_asked_stays()
    {
        await using var network = await TheDiary.Begin();
        var request = await Asked(network);
        await network.In(s => s.GetRequiredService<SettleMedia>().Run(request.Id, new(MediaOutcome.Declined, Said: "No such thing."), TheNetwork.Staff, network.Now, Ct));

        await network.MoveTo(network.Now.AddMonths(12).AddDays(1));

        var kept = await network.Db(db => db.Set<MediaRequest>().AsNoTracking().SingleAsync(Ct));
        (kept.Outlet, kept.Journalist, kept.Phone, kept.Outcome).ShouldBe(("Harbour News", null, null, MediaOutcome.Declined));
    }

    private static Task<MediaRequest> Asked(TheNetwork network, string theme = "export") => network.In(s =>
        s.GetRequiredService<SettleMedia>().Take(new MediaDraft("Harbour News", "First sales abroad") { Theme = theme, Journalist = "Isla Munro", Phone = "01632 960504" }, TheNetwork.Staff, network.Now, Ct));
}
