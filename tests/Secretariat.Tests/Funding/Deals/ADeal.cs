using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Funding;
using Secretariat.Funding.Deals;
using Secretariat.Influence.Engagements;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Deals;

public sealed class ADeal
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly Today = new(2018, 12, 3);

    private static Task<FundingSums> Sums(TheNetwork network) => network.In(s => s.GetRequiredService<FundingNow>().On(Today, Ct));

    [Fact]
    public async Task Money_is_income_from_the_day_it_is_agreed_and_no_more_when_it_goes_back_or_is_lost()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins();

        (await Sums(network)).DealsAgreed.ShouldBe(Money.Zero);
        await network.Moves(deal.Id, DealStage.Talking);
        (await Sums(network)).Promised.ShouldBe(Money.Zero);
        await network.Moves(deal.Id, DealStage.Agreed);
        (await Sums(network)).DealsAgreed.ShouldBe(new Money(350_000));
        (await network.Deal(deal.Id)).AgreedOn.ShouldBe(Today);
        (await Should.ThrowAsync<RuleBroken>(() => network.Moves(deal.Id, DealStage.Talking))).Field.ShouldBe("Why");
        await network.Moves(deal.Id, DealStage.Talking, "Their board wants another word.");
        ((await Sums(network)).DealsAgreed, (await network.Deal(deal.Id)).AgreedOn).ShouldBe((Money.Zero, null));
        (await Should.ThrowAsync<RuleBroken>(() => network.Moves(deal.Id, DealStage.Lost))).Field.ShouldBe("Why");
        await network.Moves(deal.Id, DealStage.Lost, "No money left this year.");
        (await network.Db(db => db.Set<DealMove>().AsNoTracking().Where(m => m.Deal == deal.Id).OrderBy(m => m.Id).Select(m => m.To).ToListAsync(Ct))).ShouldBe([DealStage.Talking, DealStage.Agreed, DealStage.Talking, DealStage.Lost]);
    }

    [Fact]
    public async Task Nothing_is_agreed_without_an_amount_and_an_agreed_amount_changes_with_a_reason_that_stays()
    {
        await using var network = await TheDiary.Begin();
        var deal = await network.Begins(Sponsored.Draft(0));
        (await Should.ThrowAsync<RuleBroken>(() => network.Moves(deal.Id, DealStage.Agreed))).Message.ShouldContain("how much it is worth");
        using var staff = await network.ClientAs(Role.Staff);
        var edit = $"/desk/funding/deals/{deal.Id}/edit";

        (await staff.Submit(edit, null, ("Input.Amount", "3,500"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Moves(deal.Id, DealStage.Agreed);
        WebUtility.HtmlDecode(await (await staff.Submit(edit, null, ("Input.Amount", "3,000"))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it is another amount now");
        (await staff.Submit(edit, null, ("Input.Amount", "3,000"), ("Input.Why", "Fewer boats."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Deal(deal.Id)).Amount.ShouldBe(new Money(300_000));
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/funding/deals/{deal.Id}", Ct)).ShouldContain("£3,500 became £3,000: Fewer boats.");
    }

    [Fact]
    public async Task Before_a_sponsor_is_asked_staff_see_which_members_talk_to_it()
    {
        await using var network = await TheDiary.Begin();
        var ferry = await network.Ferry();
        var ald = await network.Db(db => db.Set<Secretariat.Members.Organisations.Organisation>().Where(o => o.Code == "ALD").Select(o => o.Id).SingleAsync(Ct));
        await network.In(s => s.GetRequiredService<ReportTalk>().Run(ald, new(ferry, "Berths", "our President", Today), null, TheNetwork.Staff, network.Now, Ct));
        using var staff = await network.ClientAs(Role.Staff);

        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/funding/deals/new?sponsor={ferry}", Ct)).ShouldContain("A member talks to them already");
        var made = await staff.Submit($"/desk/funding/deals/new?sponsor={ferry}", null, ("Input.Title", "Regatta"), ("Input.For", "Dinner"), ("Input.Amount", "3500"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await staff.GetStringAsync(made.Headers.Location!.OriginalString, Ct)).ShouldContain("Berths, our President");
    }

    [Fact]
    public async Task The_next_step_comes_back_on_its_day_and_is_asked_of_whoever_looks_after_the_deal()
    {
        await using var network = await TheDiary.Begin();
        var owner = await network.PersonCalled("Ottoline Marsh");
        var deal = await network.Begins(Sponsored.Draft() with { Owner = owner });
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/funding/deals/{deal.Id}";

        WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=Next", ("Input.NextStep", "Ring the ferry"))).Content.ReadAsStringAsync(Ct)).ShouldContain("on which day it comes back");
        (await staff.Submit(page, $"{page}?handler=Next", ("Input.NextStep", "Ring the ferry"), ("Input.NextOn", "2018-12-06"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await List(Today)).ShouldNotContain(t => t.Fact.Contains("Ring the ferry"));
        (await List(new(2018, 12, 6))).ShouldContain(t => t.Fact.Contains("Ring the ferry") && t.Href == page);
        var asks = await network.In(async s => await s.GetServices<IAsk>().OfType<DealAsks>().Single().Open(s.GetRequiredService<Db>(), null, network.Now, Ct));
        asks.ShouldHaveSingleItem().Person.ShouldBe(owner);
        await network.Moves(deal.Id, DealStage.Lost, "They sold the ferry.");
        (await List(new(2018, 12, 6))).ShouldNotContain(t => t.Fact.Contains("Ring the ferry"));

        Task<IReadOnlyList<TodayTask>> List(DateOnly day) => network.In(s => s.GetServices<IToday>().OfType<FundingToday>().Single().For(day, Ct));
    }

    [Fact]
    public async Task Whoever_looked_after_a_deal_is_erased_and_what_was_agreed_stays()
    {
        await using var network = await TheDiary.Begin();
        var owner = await network.PersonWho(Role.Staff);
        var deal = await network.Begins(Sponsored.Draft() with { Owner = owner.Id });
        using var browser = await network.ClientOf(owner.Id, owner.Name);
        await browser.Submit($"/desk/funding/deals/{deal.Id}", $"/desk/funding/deals/{deal.Id}?handler=Move", ("Input.To", "Agreed"));
        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<DealPersonalData>().Single().Export(owner.Id, Ct));
        held.Values.OfType<System.Collections.ICollection>().Sum(c => c.Count).ShouldBe(2);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(owner.Id, TheNetwork.Staff, Ct));

        var now = await network.Deal(deal.Id);
        (now.Owner, now.Stage).ShouldBe((null, DealStage.Agreed));
        (await network.Db(db => db.Set<DealMove>().AsNoTracking().SingleAsync(Ct))).ByName.ShouldBe("a former colleague");
    }
}
