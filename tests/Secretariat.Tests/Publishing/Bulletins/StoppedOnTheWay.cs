using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class StoppedOnTheWay
{
    private static readonly DateTimeOffset At = TheNetwork.Start.AddHours(2);

    [Fact]
    public async Task A_bulletin_whose_letters_may_leave_already_goes_on_and_its_readers_are_not_worked_out_anew()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await BatchIsOpen(network);
        await network.Db(async db =>
        {
            (await db.Set<Position>().SingleAsync()).End(new DateOnly(2017, 10, 1));
            await db.Save(TheNetwork.Staff, "End position");
        });

        await network.MoveTo(At);

        var sent = await network.Edition(edition.Id);
        (sent.State, sent.SentTo).ShouldBe((EditionState.Sent, 1));
    }

    [Fact]
    public async Task When_a_bulletin_comes_back_what_was_half_named_goes_to_nobody()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await Scheduled(network);
        var batch = Guid.Empty;
        await network.Change(edition.Id, (e, _) => { batch = e.BeginFreezing(); return Task.CompletedTask; });
        await network.Db(async db =>
        {
            db.Add(new Batch { Id = batch, Class = Readers.List, Title = "Half frozen", Priority = Priority.Outward, NotBefore = At, At = At, State = BatchState.Freezing, About = edition.Id });
            db.Add(Delivery.Queue(batch, null, EmailAddress.Parse("half@m.example"), "{}", At));
            await db.SaveUnaudited();
        });

        await network.MoveTo(At);

        var back = await network.Edition(edition.Id);
        (back.State, back.Batch).ShouldBe((EditionState.Approved, null));
        back.Returned.ShouldNotBeNull().ShouldContain("nobody to send it to");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Cancelled);
        (await network.Counts(batch)).ShouldBe("1 cancelled");
    }

    [Fact]
    public async Task A_bulletin_of_which_nobody_knows_whether_it_left_counts_once_a_letter_is_known_to_have_left()
    {
        await using var network = await TheNetwork.Begin();
        var (edition, letter) = await AllUnknown(network);

        await network.MoveTo(At.AddMinutes(1));

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Sending);
        (await Evidence(network)).ShouldBeEmpty();

        await network.In(s => s.GetRequiredService<BatchOrders>().SendAgain(letter, TheNetwork.Staff, default));
        await network.Drain();
        await network.MoveTo(At.AddMinutes(2));

        var sent = await network.Edition(edition.Id);
        (sent.State, sent.SentTo).ShouldBe((EditionState.Sent, 1));
        (await Evidence(network)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("arrived", EditionState.Sent)]
    [InlineData("lost", EditionState.Cancelled)]
    public async Task Staff_are_told_that_nobody_knows_and_say_what_they_found_out(string found, EditionState then)
    {
        await using var network = await TheNetwork.Begin();
        var (edition, letter) = await AllUnknown(network);
        await network.MoveTo(At.AddMinutes(1));
        using var staff = await network.AsStaff();

        (await staff.GetStringAsync($"/desk/bulletins/{edition.Id}")).ShouldContain("Nobody knows yet whether it left");
        (await Today(network)).ShouldContain("Bulletin 1: nobody knows whether its letters left");
        (await staff.Submit($"/desk/deliveries/{edition.Batch}", $"/desk/deliveries/{edition.Batch}?handler={found}", ("letter", $"{letter}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.MoveTo(At.AddMinutes(2));

        (await network.Edition(edition.Id)).State.ShouldBe(then);
        (await Evidence(network)).Count.ShouldBe(then == EditionState.Sent ? 1 : 0);
        (await staff.GetStringAsync($"/desk/bulletins/{edition.Id}")).ShouldNotContain("Nobody knows");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Say what became of an unknown letter"))).ShouldBe(1);
    }

    private static async Task<Edition> Scheduled(TheNetwork network)
    {
        var edition = await network.HasEdition("First news");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, At);
        return edition;
    }

    /// <summary>As after a crash between the opening of its batch and the word that it is being sent.</summary>
    private static async Task<Edition> BatchIsOpen(TheNetwork network)
    {
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);
        var batch = Guid.Empty;
        await network.Change(edition.Id, (e, _) => { batch = e.BeginFreezing(); return Task.CompletedTask; });
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(batch, Readers.List, "Bulletin 1", Priority.Outward, At) { About = edition.Id },
            [new Recipient(ada.Id, ada.Email, new Dictionary<string, string> { ["name"] = "Ada Ash", ["why"] = "you are there" })], TheNetwork.Staff, default));
        return await network.Edition(edition.Id);
    }

    private static async Task<(Edition Edition, Guid Letter)> AllUnknown(TheNetwork network)
    {
        var edition = await BatchIsOpen(network);
        await network.Change(edition.Id, (e, _) => { e.BeginSending(); return Task.CompletedTask; });
        await network.Db(db => db.Write(async () =>
        {
            await db.Set<Delivery>().ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Unknown).SetProperty(d => d.Why, Sentences.WorkerLost));
            await db.Set<Batch>().ExecuteUpdateAsync(s => s.SetProperty(b => b.State, BatchState.Done).SetProperty(b => b.DoneAt, At));
        }));
        return (edition, await network.Db(db => db.Set<Delivery>().Select(d => d.Id).SingleAsync()));
    }

    private static Task<List<string>> Today(TheNetwork network) => network.In(async s =>
    {
        var tasks = new List<string>();
        foreach (var feature in s.GetServices<IToday>()) tasks.AddRange((await feature.For(new DateOnly(2017, 10, 16), default)).Select(t => t.Fact));
        return tasks;
    });

    private static Task<IReadOnlyList<Evidence>> Evidence(TheNetwork network) => network.In(s =>
        s.GetServices<IEvidence>().Single(e => e.Codes.Contains(BulletinsSent.Code)).Between(new DateOnly(2017, 4, 1), new DateOnly(2018, 3, 31), default));
}
