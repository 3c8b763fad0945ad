using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Planning;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Auditing;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;
using Secretariat.Tests.Planning.Road;

namespace Secretariat.Tests.Planning.Paper;

/// <summary>The plan stands on the web, and so it carries out no text that was put to members.</summary>
public sealed class NoWayOutByThePlan
{
    private const string Subject = "Longer transport funding for every harbour and airport", Text = "Members want longer transport funding from this year on.";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Admin)]
    public async Task Words_that_were_put_to_members_are_not_written_into_the_plan_and_the_try_is_kept(Role role)
    {
        await using var network = await WithRound();
        using var browser = await network.ClientAs(role);
        var outcome = await Row(network);

        foreach (var (field, words) in new[] { ("Input.Title", Subject), ("Input.Title", Text), ("Input.Description", Text), ("Input.Description", $"As agreed: {Text.ToUpperInvariant()} (1 < 2)"), ("Input.Description", Subject), ("Input.Unit", Text) })
        {
            var page = WebUtility.HtmlDecode(await (await browser.Submit("/desk/plan/A.iii/edit?year=2017-18", null, (field, words))).Content.ReadAsStringAsync(Ct));
            page.ShouldContain("These words were put to members in the round “Do you agree this text?”. They leave as a statement, under the mandate that came of it, or not at all.", customMessage: $"{field}: {words}");
            page.ShouldContain(words, customMessage: "what was typed is kept");
        }

        var after = await Row(network);
        (after.Title, after.Description, after.Version).ShouldBe((outcome.Title, outcome.Description, outcome.Version));
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == ReleaseStatement.RefusedVerb && e.RecordType == nameof(Outcome) && e.RecordId == outcome.Id, Ct))).ShouldBe(6);
        (await browser.Submit("/desk/plan/A.iii/edit?year=2017-18", null, ("Input.Description", "Every second Tuesday, on transport too."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_stands_in_the_plan_when_members_are_asked_about_it_is_left_out_on_the_web_and_in_the_api()
    {
        await using var network = await WithRound();
        await network.Db(async db =>
        {
            (await db.Set<Outcome>().SingleAsync(o => o.Code == "A.iii", Ct)).Describe(Subject, $"{Text} At once.");
            await db.Save(TheNetwork.Staff, "Change promise", Ct);
        });
        var (token, secret) = ApiToken.Make("a dashboard", Role.Staff, network.Now);
        await network.Has(token);
        using var program = network.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);

        foreach (var page in new[] { await network.Client().GetStringAsync("/plan", Ct), await program.GetStringAsync("/api/v1/plan/outcomes", Ct) })
        {
            page.ShouldContain("A.iii");
            page.ShouldNotContain(Text);
            page.ShouldNotContain(Subject);
        }
        // The members themselves read the plan as it is.
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/plan/paper", Ct)).ShouldContain(Text);
    }

    private static Task<Outcome> Row(TheNetwork network) => network.Db(db => db.Set<Outcome>().AsNoTracking().SingleAsync(o => o.Code == "A.iii", Ct));

    private static async Task<TheNetwork> WithRound()
    {
        var network = await WalkedRoad.To(new(2017, 1, 6));
        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree this text?", "collective-agreement", RoundText.Written(Subject, Text, []), Text, network.Now.AddDays(7)));
        return network;
    }
}
