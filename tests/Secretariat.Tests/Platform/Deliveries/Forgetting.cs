using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;
using static Secretariat.Tests.Given.FakeMailServer;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Forgetting
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_mail_server_said_of_an_erased_person_goes_and_what_became_of_each_letter_stays()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var ada = new Person("Ada Ferry", "ada.ferry@a.example");
        await network.Has(ada);
        var batches = new List<Guid>();
        foreach (var deed in new[] { Deed.Refuse("550 5.7.1 <ada.ferry@a.example>: not from you"), Deed.HangUpAfterTaking, Deed.Refuse("450 4.7.1 <ada.ferry@a.example>: slowly") })
        {
            server.With = _ => deed;
            batches.Add(Guid.CreateVersion7());
            await network.Freeze(batches[^1], MailingExtensions.To("ada.ferry@a.example") with { Person = ada.Id });
            await network.Drain();
        }
        var unknown = await network.Letter(batches[1], "ada.ferry@a.example");
        await network.In(s => s.GetRequiredService<BatchOrders>().SendAgain(unknown.Id, TheNetwork.Staff, Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(ada.Id, TheNetwork.Staff, Ct));

        await network.Db(async db =>
        {
            var letters = await db.Set<Delivery>().OrderBy(d => d.Id).ToListAsync(Ct);
            letters.Select(d => (d.State, d.Attempts)).ShouldBe([(DeliveryState.Failed, 1), (DeliveryState.Cancelled, 1), (DeliveryState.Cancelled, 1)]);
            letters[0].Why.ShouldBe("Erased.");
            (await db.Set<Attempt>().Select(a => a.Why).Distinct().ToListAsync(Ct)).ShouldBe(["Erased."]);
            (await db.Set<Attempt>().CountAsync(Ct)).ShouldBe(3);
            (await db.Set<Pace>().SingleAsync(Ct)).Why.ShouldNotContain("ada");
            var order = await db.Set<Order>().SingleAsync(o => o.Kind == OrderKind.SendAgain, Ct);
            (order.Delivery, order.Note).ShouldBe((unknown.Id, ""));
            (await db.Set<AuditEntry>().CountAsync(e => e.Values != null && e.Values.Contains("ada.ferry"), Ct)).ShouldBe(0);
        });
    }
}
