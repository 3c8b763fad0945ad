using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Desk;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Budget;

public sealed class EnteredOnALine
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static Task<BudgetLine> Line(TheNetwork network, string code = "dinner") => network.Db(db => db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.Code == code, Ct));

    private static (string, string)[] Typed(string words, string amount, string kind = "Paid", string on = "2018-12-03", string link = "https://bank.example/1") =>
        [("Input.Kind", kind), ("Input.Words", words), ("Input.Amount", amount), ("Input.On", on), ("Input.Link", link)];

    [Fact]
    public async Task What_is_ordered_and_paid_stands_on_its_line_with_who_entered_it_and_is_taken_back_by_its_opposite()
    {
        await using var network = await TheDiary.Begin();
        var line = await Line(network);
        var page = $"/desk/funding/lines/{line.Id}";
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.Submit(page, page, Typed("The boathouse", "2,000.00", "Order"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var order = await network.Db(db => db.Set<BudgetEntry>().SingleAsync(Ct));
        (await staff.Submit(page, page, [.. Typed("The boathouse", "1,240.50"), ("Input.Order", $"{order.Id}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = WebUtility.HtmlDecode(await staff.GetStringAsync(page, Ct));
        shown.ShouldContain("<strong>£1,240.50</strong> is paid and <strong>£759.50</strong> ordered: <strong>£1,500</strong> is left");
        shown.ShouldContain("entered by hand by A staff");
        WebUtility.HtmlDecode(await (await staff.Submit(page, page, Typed("The boathouse", "2,000.00", "Order"))).Content.ReadAsStringAsync(Ct)).ShouldContain("entered this already");

        var paid = await network.Db(db => db.Set<BudgetEntry>().SingleAsync(e => e.Kind == EntryKind.Paid, Ct));
        (await staff.Submit(page, $"{page}?handler=TakeBack", ("entry", $"{paid.Id}"), ("Input.Why", "That was last year’s."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await staff.GetStringAsync(page, Ct)).ShouldContain("<strong>£0</strong> is paid and <strong>£2,000</strong> ordered");
        (await network.Db(db => db.Set<BudgetEntry>().CountAsync(Ct))).ShouldBe(3);
        (await staff.Submit(page, $"{page}?handler=Close", ("entry", $"{order.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await staff.GetStringAsync(page, Ct)).ShouldContain("<strong>£0</strong> is paid and <strong>£0</strong> ordered");
    }

    [Fact]
    public async Task A_line_over_its_plan_is_said_on_the_overview_on_todays_list_and_beside_the_plan()
    {
        await using var network = await TheDiary.Begin();
        var line = await Line(network);
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/funding/lines/{line.Id}", null, Typed("The boathouse", "3,500.01"));

        WebUtility.HtmlDecode(await staff.GetStringAsync("/desk/funding", Ct)).ShouldContain("£0.01 over its plan");
        (await network.In(s => s.GetServices<IToday>().OfType<FundingToday>().Single().For(DateOnly.FromDateTime(network.Now.Date), Ct))).ShouldContain(t => t.Href == $"/desk/funding/lines/{line.Id}" && t.Fact.Contains("£0.01 over"));
        (await network.In(s => s.GetServices<IFigures>().OfType<BudgetFigures>().Single().At(network.Now, Ct))).ShouldContain(f => f.What == "line over its plan");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var network = await TheDiary.Begin();
        var page = $"/desk/funding/lines/{(await Line(network)).Id}";
        using var staff = await network.ClientAs(Role.Staff);

        foreach (var (values, says) in new[] { (Typed("Soup", "12.345"), "pounds and pence"), (Typed("Soup", "-5"), "pounds and pence"), (Typed("Soup", "12", on: "2018-12-04"), "still to come"), (Typed("Soup", "12", link: ""), "a file or a link"), (Typed("Soup", "12", link: "javascript:alert(1)"), "begins with https://"), (Typed(" ", "12"), "what it is for") })
        {
            var shown = WebUtility.HtmlDecode(await (await staff.Submit(page, page, values)).Content.ReadAsStringAsync(Ct));
            shown.ShouldContain(says);
            shown.ShouldContain($"value=\"{values[2].Item2}\"");
        }
        (await network.Db(db => db.Set<BudgetEntry>().CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task The_lines_leave_as_csv_in_which_no_cell_is_a_formula()
    {
        await using var network = await TheDiary.Begin();
        await network.Has(new BudgetLine("evil", BudgetHeading.Events, "=HYPERLINK(\"http://x\")", new Money(1250)));
        using var staff = await network.ClientAs(Role.Staff);

        var answer = await staff.GetAsync("/desk/funding?handler=Lines", Ct);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var csv = await answer.Content.ReadAsStringAsync(Ct);
        csv.ShouldContain("\"evil\",\"Events\",\"'=HYPERLINK(\"\"http://x\"\")\",no,12.50,0.00,0.00,12.50,no");
        FundingDeskModel.Cell("+44").ShouldBe("\"'+44\"");
    }

    [Fact]
    public async Task Members_see_totals_and_their_own_and_no_lines_and_the_api_says_the_same_in_pence()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        await staff.Submit($"/desk/funding/lines/{(await Line(network)).Id}", null, Typed("Soup for forty", "1,000"));
        using var chair = await network.ClientOf(await network.PersonCalled("Greta Sandpiper"), "Greta Sandpiper");

        var mine = WebUtility.HtmlDecode(await chair.GetStringAsync("/my/funding", Ct));

        mine.ShouldContain("Of an estimate of £51,500, £1,000 is paid");
        mine.ShouldContain("Aldermouth");
        mine.ShouldNotContain("Regatta dinner");
        mine.ShouldNotContain("Soup for forty");
        var (token, secret) = Secretariat.Platform.Access.Tokens.ApiToken.Make("a ledger", Role.Staff, network.Now);
        await network.Has(token);
        using var program = network.Client();
        program.DefaultRequestHeaders.Add("Authorization", $"Bearer {secret}");
        (await program.GetStringAsync("/api/v1/budget", Ct)).ShouldContain("\"planPence\":5150000,\"committedPence\":0,\"actualPence\":100000");
    }

    [Fact]
    public async Task Whoever_entered_an_amount_is_erased_and_the_amount_stays()
    {
        await using var network = await TheDiary.Begin();
        var line = await Line(network);
        var clerk = await network.PersonWho(Role.Staff);
        using var browser = await network.ClientOf(clerk.Id, clerk.Name);
        await browser.Submit($"/desk/funding/lines/{line.Id}", null, Typed("Soup for forty", "1,000"));
        (await network.In(s => s.GetServices<IPersonalData>().OfType<BudgetPersonalData>().Single().Export(clerk.Id, Ct)))["budget_entries_made"].ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(1);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(clerk.Id, TheNetwork.Staff, Ct));

        var entry = await network.Db(db => db.Set<BudgetEntry>().SingleAsync(Ct));
        (entry.EnteredBy, entry.EnteredByName, entry.Amount.Pence).ShouldBe((null, "a former colleague", 100_000));
    }
}
