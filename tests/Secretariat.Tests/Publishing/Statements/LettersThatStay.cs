using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Statements;

/// <summary>A statement's letters that are late, sent again or stopped at the very moment at which they begin to leave.</summary>
public sealed class LettersThatStay
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_that_is_sent_again_after_the_mandate_was_withdrawn_does_not_leave()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.MoveTo(Carried.At.AddMinutes(5));
        var batch = (await network.Edition(edition.Id)).Batch!.Value;
        (await network.Counts(batch)).ShouldBe("4 sent");
        // Its form is printed and kept, and of one letter nobody knows what became of it.
        var letter = await network.Db(db => db.Set<Delivery>().Where(d => d.Batch == batch).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync(Ct));
        await network.Db(db => db.Write(() => db.Set<Delivery>().Where(d => d.Id == letter).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Unknown), Ct), Ct));
        await network.Withdraw(mandate);

        await network.In(s => s.GetRequiredService<BatchOrders>().SendAgain(letter, TheNetwork.Staff, Ct));
        await network.Drain();

        (await network.Counts(batch)).ShouldBe("1 queued, 3 sent");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Paused);
        (await Paused(network, batch)).ShouldHaveSingleItem().Note.ShouldContain("Its mandate was withdrawn on");
        (await network.Refusals()).ShouldHaveSingleItem().RecordId.ShouldBe(mandate.Id);
    }

    [Fact]
    public async Task Many_letters_that_are_refused_are_one_attempt_and_their_batch_waits_with_the_reason()
    {
        await using var network = await Asked.Network(9);
        var mandate = await network.HasMandate(9);
        var (edition, _) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, Ct));
        await network.Db(db => db.Write(() => db.Set<Mandate>().ExecuteUpdateAsync(s => s.SetProperty(m => m.Doubt, "Nobody knows."), Ct), Ct));

        await network.MoveTo(Carried.At.AddMinutes(1));
        await network.Drain();

        var batch = (await network.Edition(edition.Id)).Batch!.Value;
        (await network.Counts(batch)).ShouldBe("9 queued");
        (await network.Refusals()).ShouldHaveSingleItem();
        (await Paused(network, batch)).ShouldHaveSingleItem().Note.ShouldBe("Nobody knows.");
    }

    [Fact]
    public async Task While_its_letters_leave_a_statement_stays_one()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, item) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Begin(edition.Id, Carried.At, Ct));
        Task<RuleBroken> Refused() => Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<ChangeKind>().Run(item.Id, null, ItemKind.Information, TheNetwork.Staff, Ct)));

        (await Refused()).Message.ShouldContain("is naming who gets it with it as a statement");
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, Ct));
        (await Refused()).Message.ShouldContain("is sending with it as a statement");
    }

    [Fact]
    public async Task A_withdrawal_finds_what_was_approved_as_a_statement_whatever_the_item_is_called_now()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, item) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, Ct));
        await network.Db(db => db.Write(() => db.Set<Item>().Where(i => i.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Mandate, (Guid?)null).SetProperty(i => i.Kind, ItemKind.Information), Ct), Ct));

        await network.Withdraw(mandate);

        (await network.Counts((await network.Edition(edition.Id)).Batch!.Value)).ShouldBe("4 cancelled");
    }

    [Fact]
    public async Task Withdrawn_between_the_decision_to_send_and_the_naming_of_readers_nobody_is_named()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Begin(edition.Id, Carried.At, Ct));
        var batch = (await network.Edition(edition.Id)).Batch!.Value;

        await network.Withdraw(mandate);
        // What the freeze does next, since it has not heard of it.
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(batch, Readers.List, "Bulletin 1", Priority.Outward, Carried.At) { About = edition.Id }, [MailingExtensions.To("chair01@m01.example")], TheNetwork.Staff, Ct));

        (await network.Batch(batch)).State.ShouldBe(BatchState.Cancelled);
        (await network.Counts(batch)).ShouldBe("");
        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Draft);
    }

    [Fact]
    public async Task Of_a_freeze_and_a_withdrawal_side_by_side_no_letter_leaves()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);

        await Task.WhenAll(network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, Ct)).ContinueWith(_ => { }, Ct, TaskContinuationOptions.None, TaskScheduler.Default), network.Withdraw(mandate));
        await network.MoveTo(Carried.At.AddMinutes(5));
        await network.Drain();

        (await network.Again(mandate)).WithdrawnAt.ShouldNotBeNull();
        (await network.Edition(edition.Id)).State.ShouldBeOneOf(EditionState.Draft, EditionState.Cancelled);
        (await network.Db(db => db.Set<Batch>().Where(b => b.About == edition.Id && b.State != BatchState.Cancelled).CountAsync(Ct))).ShouldBe(0, "no batch is left without its bulletin");
        (await network.Db(db => db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Sent && db.Set<Batch>().Any(b => b.Id == d.Batch && b.About == edition.Id), Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_mandate_is_withdrawn_also_when_nothing_is_left_to_cancel()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Begin(edition.Id, Carried.At, Ct));
        var batch = (await network.Edition(edition.Id)).Batch!.Value;
        // Everybody was left out, and the program stopped before it said that the bulletin is being sent.
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(batch, Readers.List, "Bulletin 1", Priority.Outward, Carried.At) { About = edition.Id }, [new Recipient(null, "a@m.example", null, "They left.")], TheNetwork.Staff, Ct));
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);

        await network.Withdraw(mandate);

        (await network.Again(mandate)).WithdrawnAt.ShouldNotBeNull();
        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Sending);
    }

    private static Task<List<Order>> Paused(TheNetwork network, Guid batch) => network.Db(db => db.Set<Order>().AsNoTracking().Where(o => o.Batch == batch && o.Kind == OrderKind.Pause).ToListAsync(Ct));
}
