using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Claiming
{
    [Fact]
    public async Task Letters_to_a_domain_that_asked_for_time_hold_up_nobody_else()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Db(db =>
        {
            db.Add(new Pace { Domain = "slow.example", Until = TimeProvider.System.GetUtcNow().AddHours(1), Why = "Too fast" });
            return db.SaveUnaudited();
        });
        for (var i = 0; i < 25; i++) await Post(network, $"p{i}@slow.example");
        await Post(network, "chair@fast.example");

        await network.Drain();

        server.Taken.Select(l => l.To).ShouldBe(["chair@fast.example"]);
    }

    [Fact]
    public async Task A_drain_goes_on_when_all_that_it_claimed_is_stopped()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var people = Enumerable.Range(1, 60).Select(i => $"p{i}@a.example").ToList();
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, people.Select(MailingExtensions.To));
        foreach (var person in people) await network.Db(db => Suppressions.Stop(db, person, MailingExtensions.Class, "They left this list.", network.Now, default));

        await network.Drain();

        (await network.Counts(batch)).ShouldBe("60 suppressed");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
    }

    [Fact]
    public async Task A_sign_in_letter_is_tried_also_at_an_address_that_gets_nothing_else()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Db(db => Suppressions.Stop(db, "chair@a.example", Suppression.All, "The mailbox was not there.", network.Now, default));
        var bulletin = await Post(network, "chair@a.example");
        var signIn = await Post(network, "chair@a.example", Priority.Account);
        var frozen = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(
            MailingExtensions.Plan(network, frozen) with { Priority = Priority.Account }, [MailingExtensions.To("chair@a.example")], TheNetwork.Staff, default));

        await network.Drain();

        (await network.Counts(bulletin)).ShouldBe("1 suppressed");
        (await network.Counts(signIn)).ShouldBe("1 sent");
        (await network.Counts(frozen)).ShouldBe("1 sent");
    }

    private static Task<Guid> Post(TheNetwork network, string address, Priority priority = Priority.Service) => network.Db(db =>
        Letters.Post(db, network.Clock, new OneLetter(NoticeComposer.ClassName, "A notice", address) { Priority = priority, Words = new LetterWords("News", "<p>News</p>", "News") }, default));
}
