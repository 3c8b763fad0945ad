using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class SendingABulletin
{
    private static readonly DateTimeOffset At = TheNetwork.Start.AddHours(2);

    [Fact]
    public async Task At_its_hour_everybody_with_a_current_position_in_a_member_is_in_the_ledger_with_a_reason()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);

        await network.MoveTo(At);

        var letter = (await Ledger(network)).ShouldHaveSingleItem();
        letter.Address.ShouldBe("ada.ash@x1.example");
        letter.Merge.ShouldContain("you are Chief executive at Member X1");
        (await network.Edition(edition.Id)).State.ShouldBeOneOf(EditionState.Sending, EditionState.Sent);
    }

    [Fact]
    public async Task A_bulletin_is_not_sent_to_someone_who_withdrew_consent()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var (_, gone) = await network.HasReader("X2", "Ben Birch");
        await network.In(s => s.GetRequiredService<LeaveList>().Leave(gone.Id, gone.Email, Readers.List, "by the link in the letter", Actor.Recipient, default));
        await Scheduled(network);

        await network.MoveTo(At);

        var letter = (await Ledger(network)).Single(d => d.Person == gone.Id);
        letter.State.ShouldBe(DeliveryState.Suppressed);
        letter.Why.ShouldContain("Left this list");
    }

    [Fact]
    public async Task A_person_who_left_the_position_does_not_get_it()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var (_, left) = await network.HasReader("X2", "Ben Birch");
        await network.Db(async db =>
        {
            (await db.Set<Secretariat.Members.People.Position>().SingleAsync(p => p.Person == left.Id)).End(new DateOnly(2017, 10, 1));
            await db.Save(TheNetwork.Staff, "End position");
        });
        await Scheduled(network);

        await network.MoveTo(At);

        (await Ledger(network)).Where(d => d.State != DeliveryState.Suppressed).Select(d => d.Address).ShouldBe(["ada.ash@x1.example"]);
    }

    [Fact]
    public async Task Freezing_twice_changes_nothing()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);
        await network.MoveTo(At);
        var before = (await Ledger(network)).Select(d => d.Id).ToList();

        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, At, default));

        (await Ledger(network)).Select(d => d.Id).ShouldBe(before);
    }

    [Fact]
    public async Task A_freeze_that_was_killed_goes_on_with_the_same_batch()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);
        var batch = Guid.Empty;
        await network.Change(edition.Id, (e, _) => { batch = e.BeginFreezing(); return Task.CompletedTask; });

        await network.MoveTo(At);

        (await Ledger(network)).ShouldHaveSingleItem().Batch.ShouldBe(batch);
        (await network.Edition(edition.Id)).State.ShouldBeOneOf(EditionState.Sending, EditionState.Sent);
    }

    [Fact]
    public async Task When_nobody_is_left_to_read_it_the_bulletin_comes_back_and_says_so()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await Scheduled(network);

        await network.MoveTo(At);

        var back = await network.Edition(edition.Id);
        back.State.ShouldBe(EditionState.Approved);
        back.Returned.ShouldNotBeNull().ShouldContain("nobody to send it to");
        (await Ledger(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_changed_behind_the_approval_do_not_go_out()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);
        await network.Db(db => db.Write(() => db.Database.ExecuteSqlRawAsync("UPDATE item SET \"Heading\"='Other words'")));

        await network.MoveTo(At);

        var back = await network.Edition(edition.Id);
        back.State.ShouldBe(EditionState.Draft);
        back.Returned.ShouldNotBeNull().ShouldContain("no longer those that were approved");
        (await Ledger(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Editing_an_item_voids_the_approval_of_the_bulletin_that_carries_it()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);

        await network.In(async services =>
        {
            var db = services.GetRequiredService<Db>();
            await services.GetRequiredService<EditItem>().Run(await db.Set<Item>().SingleAsync(), Written.Draft("New words"), default);
            await db.Save(TheNetwork.Staff, "Edit item");
        });

        var back = await network.Edition(edition.Id);
        back.State.ShouldBe(EditionState.Draft);
        back.ScheduledFor.ShouldBeNull();
        back.Returned.ShouldNotBeNull().ShouldContain("New words");
    }

    [Fact]
    public async Task Saving_an_item_without_a_change_voids_nothing()
    {
        await using var network = await TheNetwork.Begin();
        var edition = await Scheduled(network);

        await network.In(async services =>
        {
            var db = services.GetRequiredService<Db>();
            await services.GetRequiredService<EditItem>().Run(await db.Set<Item>().SingleAsync(), Written.Draft("First news"), default);
            await db.Save(TheNetwork.Staff, "Edit item");
        });

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Scheduled);
    }

    [Fact]
    public async Task Only_a_bulletin_that_was_sent_is_evidence()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await Scheduled(network);
        (await Evidence(network)).ShouldBeEmpty();
        await network.MoveTo(At);
        await network.Db(async db =>
        {
            var row = await db.Set<Edition>().SingleAsync();
            if (row.State == EditionState.Sending) row.Finish(1, "", At);
            await db.Save(TheNetwork.Staff, "Finish");
        });

        var proof = (await Evidence(network)).ShouldHaveSingleItem();

        proof.ShouldBe(new Evidence("bulletins-sent", new DateOnly(2017, 10, 16), "Bulletin 1: Harbours save power, to 1 people", $"/desk/bulletins/{edition.Id}"));
    }

    private static async Task<Edition> Scheduled(TheNetwork network)
    {
        var edition = await network.HasEdition("First news");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, At);
        return edition;
    }

    private static Task<List<Delivery>> Ledger(TheNetwork network) => network.Db(db => db.Set<Delivery>().AsNoTracking().OrderBy(d => d.AddressKey).ToListAsync());

    private static Task<IReadOnlyList<Evidence>> Evidence(TheNetwork network) => network.In(s =>
        s.GetServices<IEvidence>().Single(e => e.Codes.Contains("bulletins-sent")).Between(new DateOnly(2017, 4, 1), new DateOnly(2018, 3, 31), default));
}
