using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Attendance;
using Secretariat.Events.Invitations;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Deals;

public sealed class Covered
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dinner_reads_its_cost_from_the_budget_and_its_cover_from_agreed_deals()
    {
        await using var network = await TheDiary.Begin();
        var at = await network.WithInvitees(TheDiary.Draft() with { CostPence = 99, CoveredBy = "Lock & Sons" });
        var deal = await network.Begins(Sponsored.Draft(100_000) with { Event = at.Id });
        using var staff = await network.ClientAs(Role.Staff);
        network.Clock.StopAt(at.When.EndsAt.AddHours(10));
        var guests = await network.Db(db => db.Set<Invitee>().AsNoTracking().Where(i => i.Event == at.Id).ToListAsync(Ct));
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(at.Id, guests.ToDictionary(g => g.Id, _ => Presence.There), [], TheNetwork.Staff, network.Now, Ct));

        (await Says(network)).ShouldEndWith("£0.99 covered by Lock & Sons, entered by hand");
        var line = await network.Db(db => db.Set<BudgetLine>().AsNoTracking().SingleAsync(l => l.Code == "dinner", Ct));
        await network.In(s => s.GetRequiredService<KeepBudget>().Enter(line.Id, new EntryDraft(EntryKind.Paid, TheDiary.Day, "The boathouse", new Money(124_050)) { Event = at.Id, Link = "https://bank.example/1" }, TheNetwork.Staff, network.Now, Ct));
        (await Says(network)).ShouldEndWith("£1,240.50 covered by Lock & Sons, entered by hand");
        await network.Moves(deal.Id, DealStage.Agreed);
        (await Says(network)).ShouldEndWith("£1,000 of £1,240.50 covered by Aldermouth Ferry Line");
        await network.Moves((await network.Begins(Sponsored.Draft(24_050) with { Event = at.Id, Title = "The wine" })).Id, DealStage.Agreed);
        (await Says(network)).ShouldEndWith("£1,240.50 covered by Aldermouth Ferry Line");
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/events/{at.Id}", Ct));
        page.ShouldContain($"/desk/funding/deals/{deal.Id}");
        page.ShouldNotContain("Lock & Sons");
        await network.Moves(deal.Id, DealStage.Lost, "They sold the ferry.");
        (await Says(network)).ShouldEndWith("£240.50 of £1,240.50 covered by Aldermouth Ferry Line");
    }

    private static async Task<string> Says(TheNetwork network) =>
        (await network.In(s => s.GetServices<IEvidence>().OfType<MeetingsHeld>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct))).Single().Title;
}
