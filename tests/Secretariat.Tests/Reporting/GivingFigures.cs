using System.Net;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Reporting.Annual;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Knowledge;

namespace Secretariat.Tests.Reporting;

/// <summary>From the letter that asks for figures to the Chair's sign-off.</summary>
public sealed class GivingFigures
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_ask_all_members_and_chief_executives_find_it_in_their_asks_until_it_is_signed_off()
    {
        await using var network = await Collected.Begin(open: false);
        var staff = await network.ClientAs(Role.Staff);
        (await staff.Submit("/desk/reports/annual", "?handler=Open", ("Input.Title", "What chambers achieved"), ("Input.Closes", "2019-01-31"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Asked(network)).Where(a => !a.What.StartsWith("For ")).Select(a => a.Name).ShouldBe(["Lionel Weir", "Percy Teal", "Sunil Heron"], ignoreOrder: true);
        (await Asked(network)).ShouldContain(a => a.Name == "Nuala Ferris" && a.What.StartsWith("For Lionel Weir: "));

        await network.Gives("CRO", "Maud Osier", 4, ReturnPress.SendIn);
        (await Asked(network)).Where(a => a.What.Contains("sign off")).Select(a => a.Name).ShouldBe(["Odile Brook", "Sunil Heron"], ignoreOrder: true);
        await network.Gives("CRO", "Odile Brook", 4);
        (await Asked(network)).ShouldNotContain(a => a.What.Contains("Crossmere"));
    }

    [Fact]
    public async Task By_the_signed_link_figures_are_kept_as_a_draft_and_nothing_that_was_typed_is_lost()
    {
        await using var network = await Collected.Begin();
        var (report, member, person) = ((await network.Annual()).Id, await network.Member("ALD"), await network.PersonCalled("Lionel Weir"));
        var link = network.Services.GetRequiredService<ReturnAsks>().Link($"{report:N}{member:N}", person);
        var browser = network.Client();

        (await browser.Submit(link, null, ("Input.Figures[boats].Value", "1,250"), ("Input.Press", "Keep"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kept = (await network.Return())!;
        (kept.State, kept.Given.Single(f => f.Indicator == "boats").Value, kept.Given.Single(f => f.Indicator == "stalls").Value).ShouldBe((ReturnState.Draft, 1250L, null));

        var shown = await (await browser.Submit(link, null, ("Input.Figures[stalls].Value", "about forty"), ("Input.Story", "A fair year."), ("Input.Press", "SendIn"))).Content.ReadAsStringAsync(Ct);
        shown.ShouldContain("is no whole number");
        shown.ShouldContain("Say where this figure comes from");
        shown.ShouldContain("about forty");
        shown.ShouldContain("A fair year.");
        (await network.Return())!.State.ShouldBe(ReturnState.Draft);
        (await browser.GetAsync(link[..^4] + "aaaa", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_officer_sends_in_and_only_the_Chair_or_the_chief_executive_signs_off()
    {
        await using var network = await Collected.Begin();
        var member = await network.Member("CRO");
        var (officer, chair) = (await network.As(Practised.Officer), await network.As("Odile Brook"));
        var page = $"/my/report/{member}";

        await officer.Submit(page, null, ("Input.Figures[boats].Value", "4"), ("Input.Figures[boats].Note", "Harbour book"), ("Input.Press", "SendIn"));
        (await network.Return("CRO"))!.State.ShouldBe(ReturnState.SentIn);
        (await officer.GetStringAsync(page, Ct)).ShouldNotContain("value=\"SignOff\"");
        await officer.Forge(page, page, ("Input.Press", "SignOff"), ("Input.Figures[boats].Value", "4"), ("Input.Figures[boats].Note", "Harbour book"));
        (await network.Return("CRO"))!.State.ShouldBe(ReturnState.SentIn);

        await chair.Submit(page, null, ("Input.Press", "SignOff"));
        var signed = (await network.Return("CRO"))!;
        (signed.State, signed.SignerName, signed.SignedAs).ShouldBe((ReturnState.SignedOff, "Odile Brook", "Chair"));
    }

    [Fact]
    public async Task What_is_changed_after_the_sign_off_has_to_be_signed_off_again()
    {
        await using var network = await Collected.Begin();
        await network.Gives("ALD", "Lionel Weir", 12);

        await network.Gives("ALD", "Greta Sandpiper", 13, ReturnPress.Keep);

        var now = (await network.Return())!;
        (now.State, now.SignedAt).ShouldBe((ReturnState.Draft, null));
    }

    [Fact]
    public async Task Staff_send_it_back_with_a_reason_that_the_member_reads()
    {
        await using var network = await Collected.Begin();
        await network.Gives("ALD", "Lionel Weir", 1200);
        var staff = await network.ClientAs(Role.Staff);

        (await (await staff.Submit("/desk/reports/annual/ALD", null, ("Input.Why", ""))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say what should be looked at");
        (await staff.Submit("/desk/reports/annual/ALD", null, ("Input.Why", "A hundred times last year’s. Is that right?"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Return())!.State.ShouldBe(ReturnState.SentBack);
        (await (await network.As("Lionel Weir")).GetStringAsync($"/my/report/{await network.Member("ALD")}", Ct)).ShouldContain("A hundred times last year");
        (await Asked(network)).ShouldContain(a => a.Name == "Lionel Weir" && a.What.Contains("A hundred times"));
        await network.Gives("ALD", "Lionel Weir", 12);
        ((await network.Return())!.State, (await network.Return())!.Back).ShouldBe((ReturnState.SignedOff, null));
    }

    [Fact]
    public async Task A_members_form_is_nobody_elses_and_a_draft_is_not_shown_to_staff()
    {
        await using var network = await Collected.Begin();
        await network.Gives("ALD", "Lionel Weir", 12, ReturnPress.Keep, "A secret so far.");
        var page = $"/my/report/{await network.Member("ALD")}";

        (await (await network.As(Practised.Officer)).GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await network.ClientAs(Role.Sponsor)).GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk/reports/annual/ALD", Ct)).ShouldNotContain("A secret so far.");
        (await Should.ThrowAsync<RuleBroken>(() => network.Gives("ALD", Practised.Officer, 99))).Message.ShouldContain("holds a position there");
    }

    [Fact]
    public async Task Who_is_missing_stands_on_the_map_and_in_its_table()
    {
        await using var network = await Collected.Begin();
        await network.Gives("ALD", "Lionel Weir", 12);
        await network.Gives("BRK", "Percy Teal", 3, ReturnPress.SendIn);

        var page = await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk/reports/annual", Ct);

        page.ShouldContain("Aldermouth Chamber: signed off");
        page.ShouldContain("Brackwater Chamber: sent in, not signed off");
        page.ShouldContain("Crossmere and Wye Chamber: not begun");
        page.ShouldContain("1 of 3 signed off");
    }

    private static Task<IReadOnlyList<Ask>> Asked(TheNetwork network) => network.In(s => s.GetRequiredService<ReturnAsks>().Open(s.GetRequiredService<Db>(), null, network.Now, Ct));
}
