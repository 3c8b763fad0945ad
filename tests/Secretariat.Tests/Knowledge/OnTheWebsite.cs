using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Figures;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Knowledge;

/// <summary>What everybody may read of practice, and what stands in its way.</summary>
public sealed class OnTheWebsite
{
    private const string Text = "Members want keys of empty shops to be lent by every landlord.";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_public_case_is_confirmed_and_permitted_stands_there_and_says_why_when_it_is_taken_back()
    {
        await using var network = await Practised.Begin();
        var written = await network.Written(draft: Practised.Open());
        var (staff, visitor) = (await network.ClientAs(Role.Staff), network.Client());
        var desk = $"/desk/practice/{written.Id}";

        (await (await staff.Submit(desk, "?handler=Share")).Content.ReadAsStringAsync(Ct)).ShouldContain("Confirm that it is no statement");
        (await (await staff.Submit(desk, "?handler=Share", ("Input.Kind", "Statement"))).Content.ReadAsStringAsync(Ct)).ShouldContain("no statement leaves");
        (await (await staff.Submit(desk, "?handler=Share", ("Input.Kind", "Success"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say who there permitted that");
        (await visitor.GetAsync(written.Path, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await staff.Submit(desk, "?handler=Share", ("Input.Kind", "Success"), ("Input.PermittedBy", "Lionel Weir"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.GetStringAsync(written.Path, Ct)).ShouldContain("The chamber holds the keys");
        (await visitor.GetStringAsync("/practice?theme=high-streets", Ct)).ShouldContain("One key for every empty shop");
        (await visitor.GetStringAsync("/members/ALD", Ct)).ShouldContain(written.Path);
        (await visitor.GetStringAsync("/members/BRK", Ct)).ShouldNotContain(written.Path);
        (await visitor.GetStringAsync("/sitemap.xml", Ct)).ShouldContain(written.Path);
        (await visitor.GetStringAsync("/search?q=insurance", Ct)).ShouldContain(written.Path);

        await staff.Submit(desk, "?handler=TakeBack", ("Input.Why", "The landlords changed their minds."));
        var gone = await visitor.GetAsync(written.Path, Ct);
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync(Ct)).ShouldContain("The landlords changed their minds.");
        (await visitor.GetStringAsync("/search?q=insurance", Ct)).ShouldNotContain(written.Path);
    }

    [Fact]
    public async Task What_is_for_members_only_is_on_no_public_page_and_in_the_api_only_for_members()
    {
        await using var network = await Practised.Begin();
        var (members, open) = (await network.Shared(), await network.Shared("BRK", Practised.Open("Awnings for everybody")));
        using var visitor = network.Client();

        (await visitor.GetAsync(members.Path, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetStringAsync("/practice", Ct)).ShouldNotContain("One key");
        (await visitor.GetStringAsync("/search?q=key", Ct)).ShouldNotContain(members.Path);
        (await Api(visitor)).ShouldBe(["Awnings for everybody"]);
        foreach (var (role, titles) in new[] { (Role.Sponsor, 1), (Role.Officer, 2), (Role.Staff, 2) })
        {
            var (token, secret) = ApiToken.Make($"a {role}", role, network.Now);
            await network.Has(token);
            using var asking = network.Client();
            asking.DefaultRequestHeaders.Add("Authorization", $"Bearer {secret}");
            (await Api(asking)).Count.ShouldBe(titles, $"{role}");
        }
    }

    [Fact]
    public async Task It_goes_on_the_website_on_its_day_unless_a_hold_is_on_it_and_then_when_that_ends()
    {
        await using var network = await Practised.Begin();
        var written = await network.Written(draft: Practised.Open() with { PublicFrom = new DateOnly(2018, 12, 10) });
        await network.Shares(written.Id);
        await network.Has(Hold.On("theme:high-streets", "The minister is to speak.", network.Now, network.Now.AddDays(20)));

        await network.MoveTo(network.Now.AddDays(10));
        (await network.Case(written.Id)).ShouldSatisfyAllConditions(c => c.State.ShouldBe(CaseState.Shared), c => c.PublicAt.ShouldBeNull());
        await network.MoveTo(network.Now.AddDays(15));
        (await network.Case(written.Id)).PublicAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Its_address_is_that_of_the_title_under_which_everybody_first_reads_it()
    {
        await using var network = await Practised.Begin();
        var written = await network.Written(draft: Practised.Open("What we never wanted to say"));
        await network.In(s => s.GetRequiredService<WriteCase>().Change(written.Id, 1, null, Practised.Open("Keys for a weekend"), TheNetwork.Staff, network.Now, Ct));

        await network.Shares(written.Id);

        (await network.Case(written.Id)).Path.ShouldBe("/practice/keys-for-a-weekend");
        (await network.Client().GetStringAsync("/sitemap.xml", Ct)).ShouldNotContain("never-wanted");
    }

    [Fact]
    public async Task A_hold_on_its_theme_is_not_walked_round_by_taking_the_theme_off()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared(draft: Practised.Open() with { Themes = ["high-streets", "export"] });
        await network.Has(Hold.On("theme:high-streets", "The minister is to speak.", network.Now, null));
        await network.In(s => s.GetRequiredService<WriteCase>().Change(shared.Id, 1, null, Practised.Open() with { Themes = ["export"], Done = "Something louder." }, TheNetwork.Staff, network.Now, Ct));

        (await Should.ThrowAsync<RuleBroken>(() => network.Shares(shared.Id))).Message.ShouldContain("The minister is to speak.");
    }

    [Fact]
    public async Task Under_a_hold_what_everybody_reads_does_not_change()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared(draft: Practised.Open());
        await network.Has(Hold.On(Hold.Public, "An election is near.", network.Now, null));
        await network.In(s => s.GetRequiredService<WriteCase>().Change(shared.Id, 1, null, Practised.Open() with { Done = "Something louder." }, TheNetwork.Staff, network.Now, Ct));

        (await Should.ThrowAsync<RuleBroken>(() => network.Shares(shared.Id))).Message.ShouldContain("An election is near.");
        (await network.Client().GetStringAsync(shared.Path, Ct)).ShouldContain("The chamber holds the keys");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_leave_in_a_case_neither_at_once_nor_on_its_day_nor_divided_among_its_answers_and_members_may_read_them()
    {
        await using var network = await Practised.Begin();
        var later = await network.Written("BRK", Practised.Open("For later") with { Done = Text, PublicFrom = new DateOnly(2018, 12, 10) });
        await network.Shares(later.Id);
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written("Keys", Text, []), Text, network.Now.AddDays(40)));

        foreach (var (draft, n) in new[] { Practised.Open() with { Done = $"Now: {Text}" }, Practised.Open(Text), Practised.Open() with { Problem = Text[..30], Done = Text[30..] } }.Select((d, n) => (d, n)))
        {
            var written = await network.Written("ALD", draft);
            (await Should.ThrowAsync<RuleBroken>(() => network.Shares(written.Id))).Message.ShouldContain("put to members in the round", customMessage: $"{n}");
        }
        var among = await network.Written("CRO", Practised.Draft() with { Done = Text });
        await network.Shares(among.Id);
        await network.MoveTo(network.Now.AddDays(10));

        (await network.Case(later.Id)).ShouldSatisfyAllConditions(c => c.PublicAt.ShouldBeNull(), c => c.Returned.ShouldNotBeNull().ShouldContain("put to members"));
        (await network.Case(among.Id)).State.ShouldBe(CaseState.Shared);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(PracticeCase), Ct))).ShouldBe(3);
    }

    [Fact]
    public async Task Staff_find_cases_and_questions_and_write_to_the_people_of_members_that_shared_on_a_theme()
    {
        await using var network = await Practised.Begin();
        var (shared, question) = (await network.Shared(), await network.AskedOf());
        using var staff = await network.ClientAs(Role.Staff);

        var found = await staff.GetStringAsync("/desk/find?q=landlords", Ct);
        found.ShouldContain($"/desk/practice/{shared.Id}");
        found.ShouldContain($"/desk/practice/questions/{question.Id}");
        var people = await network.Db(db => new SharedOnTerm().People(db, "high-streets", new DateOnly(2018, 12, 3)).ToListAsync(Ct));
        people.ShouldContain(await network.PersonCalled(Practised.ChiefExecutive));
        people.ShouldNotContain(await network.PersonCalled(Practised.Officer));
    }

    private static async Task<IReadOnlyList<string>> Api(HttpClient asking)
    {
        using var answer = JsonDocument.Parse(await asking.GetStringAsync("/api/v1/practice", Ct));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!)];
    }
}
