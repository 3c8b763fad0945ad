using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Freezing
{
    [Fact]
    public async Task The_ledger_says_who_gets_it_who_does_not_and_why()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Db(db => Suppressions.Stop(db, "stopped@a.example", Suppression.All, "The address bounced.", network.Now, default));
        await network.Db(db => Suppressions.Stop(db, "left@a.example", MailingExtensions.Class, "They left this list.", network.Now, default));
        await network.Db(db => Suppressions.Stop(db, "other@a.example", "another-class", "They left another list.", network.Now, default));
        var batch = Guid.CreateVersion7();

        var result = await network.Freeze(batch, Recipients("fine@a.example", "FINE@a.example", "stopped@a.example", "left@a.example", "other@a.example", "not an address", "")
            .Append(new Recipient(null, "away@a.example", null, "Their position ended on 1 March.")));
        await network.Drain();

        result.ShouldBe(new FreezeResult(2, 5));
        var why = (await network.Db(db => db.Set<Delivery>().Where(d => d.Batch == batch && d.State == DeliveryState.Suppressed).ToListAsync())).ToDictionary(d => d.Address, d => d.Why);
        why["stopped@a.example"].ShouldBe("The address bounced.");
        why["left@a.example"].ShouldBe("They left this list.");
        why["away@a.example"].ShouldBe("Their position ended on 1 March.");
        why["not an address"].ShouldStartWith("“not an address” is not an e-mail address");
        server.Taken.Select(l => l.To).Order().ShouldBe(["fine@a.example", "other@a.example"]);
    }

    [Fact]
    public async Task An_audience_of_nobody_is_done_at_once()
    {
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();

        (await network.Freeze(batch)).ShouldBe(new FreezeResult(0, 0));

        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
    }

    [Fact]
    public async Task A_freeze_that_was_killed_starts_again_and_nobody_is_in_it_twice()
    {
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();
        IEnumerable<Recipient> Killed()
        {
            foreach (var recipient in Many(1_700)) yield return recipient;
            throw new InvalidOperationException("killed");
        }
        await Should.ThrowAsync<InvalidOperationException>(() => network.Freeze(batch, Killed()));
        (await network.Batch(batch)).State.ShouldBe(BatchState.Freezing);
        (await network.Counts(batch)).ShouldBe("1500 queued");
        await network.Drain();
        (await network.Counts(batch)).ShouldBe("1500 queued", "nothing goes out before the audience is whole");

        // The audience has changed meanwhile: only the new snapshot counts.
        var result = await network.Freeze(batch, Many(1_900).Skip(100));

        result.ShouldBe(new FreezeResult(1_800, 0));
        (await network.Counts(batch)).ShouldBe("1800 queued");
        (await network.Freeze(batch, Many(5))).ShouldBe(new FreezeResult(1_800, 0), "once open, a freeze changes nothing");
    }

    [Fact]
    public async Task A_second_freeze_takes_over_and_the_first_stops()
    {
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();
        var second = new TaskCompletionSource();
        IEnumerable<Recipient> First()
        {
            foreach (var recipient in Many(600)) yield return recipient;
            second.Task.GetAwaiter().GetResult();
            foreach (var recipient in Many(1_200).Skip(600)) yield return recipient;
        }
        var first = Task.Run(() => network.Freeze(batch, First()));
        while (await network.Db(db => db.Set<Delivery>().CountAsync()) == 0) await Task.Delay(10, TestContext.Current.CancellationToken);
        var taking = network.Freeze(batch, Many(300));
        (await taking).ShouldBe(new FreezeResult(300, 0));
        second.SetResult();

        (await Should.ThrowAsync<RuleBroken>(() => first)).Message.ShouldContain("Somebody else has begun");
        (await network.Counts(batch)).ShouldBe("300 queued");
    }

    [Fact]
    public async Task An_address_stopped_after_the_freeze_is_stopped_at_the_claim()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, Recipients("stays@a.example", "leaves@a.example"));
        await network.Db(db => Suppressions.Stop(db, "leaves@a.example", MailingExtensions.Class, "They left this list.", network.Now, default));

        await network.Drain();

        server.Taken.Select(l => l.To).ShouldBe(["stays@a.example"]);
        (await network.Letter(batch, "leaves@a.example")).Why.ShouldBe("They left this list.");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
    }

    private static IEnumerable<Recipient> Recipients(params string[] addresses) => addresses.Select(MailingExtensions.To);

    private static IEnumerable<Recipient> Many(int count) => Enumerable.Range(1, count).Select(i => MailingExtensions.To($"p{i}@a.example"));
}
