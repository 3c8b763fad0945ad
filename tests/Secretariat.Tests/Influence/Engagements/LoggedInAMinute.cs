using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Engagements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Engagements;

/// <summary>A contact is logged in one form, and the plan counts it by the kind of organisation.</summary>
public sealed class LoggedInAMinute
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_form_keeps_who_was_there_what_was_said_what_was_promised_and_when_the_next_is()
    {
        await using var network = await InTouch.Begin();
        var (marsh, ivo) = (await network.PersonCalled("Ottoline Marsh"), await network.PersonCalled("Ivo Strand"));
        using var staff = await network.ClientAs(Role.Staff);
        var form = "/desk/influence/engagements/new?organisation=river-board";

        var logged = await staff.Submit(form, form, ("Input.On", "2018-11-30"), ("Input.Theme", "flood"), ("Input.Ours", $"{marsh}"), ("Input.Theirs", $"{ivo}"), ("Input.Others", "Della Quay, engineer"),
            ("Input.Said", "The gates at Aldermouth."), ("Input.NextOn", "2019-01-15"));

        var page = await staff.GetStringAsync(logged.Headers.Location!.OriginalString, Ct);
        foreach (var words in new[] { "The gates at Aldermouth.", "Ottoline Marsh", "Ivo Strand", "Della Quay, engineer", "Flood readiness", "15 January 2019" }) page.ShouldContain(words);
        (await staff.GetStringAsync("/desk/influence/engagements", Ct)).ShouldContain("Three Rivers Board");
        (await staff.GetStringAsync("/desk/members/river-board", Ct)).ShouldContain("/desk/influence/organisations/river-board");
    }

    [Fact]
    public async Task A_contact_counts_by_the_kind_of_the_organisation_and_one_taken_back_counts_no_more()
    {
        await using var network = await InTouch.Begin();
        await network.Logs();
        var board = await network.Logs("river-board", said: "Gates.");
        await network.Logs("ferry-line", said: "The dinner.");

        (await Counted(network)).ShouldBe([CountsAs.Bro, CountsAs.ThirdParty], ignoreOrder: true);

        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/engagements/{board.Id}";
        WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=TakeBack")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it is taken back");
        await staff.Submit(page, $"{page}?handler=TakeBack", ("Input.Why", "It was the flood desk."));
        (await Counted(network)).ShouldBe([CountsAs.Bro]);
        (await staff.GetStringAsync(page, Ct)).ShouldContain("It was the flood desk.");
    }

    [Fact]
    public async Task A_contact_that_lies_ahead_without_anybody_of_ours_or_logged_twice_is_refused()
    {
        await using var network = await InTouch.Begin();
        await network.Logs();

        (await Should.ThrowAsync<RuleBroken>(() => network.Logs())).Message.ShouldContain("logged already");
        (await Should.ThrowAsync<RuleBroken>(() => network.Logs(on: network.Today().AddDays(1)))).Field.ShouldBe("On");
        (await Should.ThrowAsync<RuleBroken>(() => network.Logs(said: " "))).Field.ShouldBe("Said");
        (await Should.ThrowAsync<RuleBroken>(() => network.Logs(said: "By a stranger.", ours: "Percy Teal"))).Message.ShouldContain("who of ours");
        (await Should.ThrowAsync<RuleBroken>(() => network.Logs("BRK", said: "With a member."))).Field.ShouldBe("Organisation");
        (await network.Db(db => db.Set<Engagement>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task An_organisation_that_is_missing_is_added_once_and_its_kind_is_asked()
    {
        await using var network = await InTouch.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        const string List = "/desk/influence/engagements";

        WebUtility.HtmlDecode(await (await staff.Submit(List, null, ("Input.Name", "Skills Council"))).Content.ReadAsStringAsync(Ct)).ShouldContain("what kind of organisation");
        (await staff.Submit(List, null, ("Input.Name", "Skills Council"), ("Input.Kind", "Agency"))).Headers.Location!.OriginalString.ShouldBe("/desk/influence/organisations/skills-council");
        WebUtility.HtmlDecode(await (await staff.Submit(List, null, ("Input.Name", "skills COUNCIL"), ("Input.Kind", "Other"))).Content.ReadAsStringAsync(Ct)).ShouldContain("is here already");
        (await network.Db(db => db.Set<Organisation>().CountAsync(o => o.SortName == "skills council", Ct))).ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> Counted(TheNetwork network) =>
        [.. (await network.In(s => s.GetServices<IEvidence>().OfType<EngagementsLogged>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct))).Select(e => e.Code)];
}
