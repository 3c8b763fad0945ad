using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Statements;

/// <summary>A statement on its way out in a bulletin, and everything that stops it on the way.</summary>
public sealed class CarryingAStatement
{
    [Fact]
    public async Task It_goes_out_to_the_letter_with_whose_view_it_is_and_what_a_dissenter_says_and_not_one_word_more()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(agree: 4, objecting: 1);
        await network.Dissents(mandate, 5, "We would rather have trams.");
        var (edition, _) = await network.Scheduled(mandate);

        await network.MoveTo(Carried.At.AddMinutes(5));

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Sent);
        var letter = (await network.Db(db => db.Set<MailboxLetter>().AsNoTracking().Where(l => l.Subject == "Harbours, and what members say").FirstAsync())).Read();
        var text = Regex.Replace(MimeKit.MimeMessage.Load(new MemoryStream(letter)).TextBody!, @"\s+", " ");
        text.ShouldContain("Statement TRANSPORT FUNDING Members want longer transport funding. This is the view of 4 of 5 members, and of nobody else: Member 01; Member 02; Member 03; and Member 04. 1 objects: Member 05. Member 05, which did not agree, says: We would rather have trams. ----");
        var release = (await network.Releases()).ShouldHaveSingleItem();
        (release.Mandate, release.Channel, release.About, release.Hash, release.ByName, release.CameToNothing).ShouldBe((mandate.Id, ReleaseChannel.Bulletin, edition.Id, mandate.Hash, Actor.Schedule.Name, null));
    }

    [Fact]
    public async Task One_statement_stands_once_in_a_bulletin()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Carries(mandate);
        var again = await network.TakesIn(mandate.Id);
        await network.In(async s =>
        {
            var db = s.GetRequiredService<Db>();
            var found = await db.Set<Edition>().SingleAsync(e => e.Id == edition.Id);
            found.Gather(await db.Set<Item>().SingleAsync(i => i.Id == again.Id), network.Now.DateIn(s.GetRequiredService<Sites>().Current.Zone));
            await db.Save(TheNetwork.Staff, "Gather");
        });

        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("stands in the bulletin already");

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Draft);
    }

    [Fact]
    public async Task Withdrawn_after_it_was_approved_the_approval_is_void_at_once_and_says_why()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);

        await network.Withdraw(mandate);

        var stopped = await network.Edition(edition.Id);
        (stopped.State, stopped.ApprovedHash, stopped.ScheduledFor).ShouldBe((EditionState.Draft, null, null));
        stopped.Returned.ShouldNotBeNull().ShouldContain("the mandate for “Transport funding” was withdrawn on 23 October 2017: The figures were wrong.");
        (await network.Today()).ShouldContain(t => t.Fact.Contains("was withdrawn on 23 October 2017"));
        await network.MoveTo(Carried.At.AddMinutes(5));
        (await network.Db(db => db.Set<Delivery>().CountAsync(d => db.Set<Batch>().Any(b => b.Id == d.Batch && b.About == edition.Id)))).ShouldBe(0);
        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("withdrawn");
        (await network.Refusals()).ShouldHaveSingleItem().Values!.ShouldContain("bulletin 1");
    }

    [Fact]
    public async Task Withdrawn_behind_the_programs_back_it_is_refused_at_its_hour()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.Db(db => db.Write(() => db.Set<Mandate>().ExecuteUpdateAsync(s => s.SetProperty(m => m.WithdrawnAt, network.Now).SetProperty(m => m.WithdrawnOn, Mandated.Today).SetProperty(m => m.WithdrawnBy, "X").SetProperty(m => m.WithdrawnWhy, "Y"))));

        await network.MoveTo(Carried.At.AddMinutes(5));

        var stopped = await network.Edition(edition.Id);
        (stopped.State, stopped.Batch).ShouldBe((EditionState.Draft, null));
        stopped.Returned.ShouldNotBeNull().ShouldContain("when its time came, it was refused");
        (await network.Refusals()).ShouldHaveSingleItem();
        (await network.Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Withdrawn_after_the_freeze_no_letter_leaves_and_the_release_came_to_nothing()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        // Its readers are named, and no letter has been claimed.
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, default));
        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Sending);

        await network.Withdraw(mandate);
        await network.MoveTo(Carried.At.AddMinutes(5));

        var stopped = await network.Edition(edition.Id);
        stopped.State.ShouldBe(EditionState.Cancelled);
        stopped.CancelledWhy.ShouldNotBeNull().ShouldContain("was withdrawn");
        (await network.Counts(stopped.Batch!.Value)).ShouldBe("4 cancelled");
        (await network.Releases()).ShouldHaveSingleItem().CameToNothing.ShouldBe("none of its letters left");
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_naming_its_readers_it_gives_up()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.Change(edition.Id, (e, _) => { e.BeginFreezing(); return Task.CompletedTask; });

        await network.Withdraw(mandate);
        await network.MoveTo(Carried.At.AddMinutes(5));

        var stopped = await network.Edition(edition.Id);
        (stopped.State, stopped.Batch).ShouldBe((EditionState.Draft, null));
    }

    [Fact]
    public async Task Letters_are_written_from_words_that_pass_the_gate_again()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, default));
        await network.Db(db => db.Write(() => db.Set<Mandate>().ExecuteUpdateAsync(s => s.SetProperty(m => m.Doubt, "Nobody knows."))));

        await network.MoveTo(Carried.At.AddMinutes(1));
        await network.Drain();

        var frozen = await network.Edition(edition.Id);
        (await network.Db(db => db.Set<Delivery>().Where(d => d.Batch == frozen.Batch).Select(d => d.State).Distinct().ToListAsync())).ShouldNotContain(DeliveryState.Sent);
        (await network.Refusals()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_leaves_until_midnight_of_its_last_day_in_the_networks_zone_and_not_after()
    {
        // London is an hour ahead of UTC in October: its 25th begins when it is 23:00 there.
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4, draft: Asked.Draft() with { MandateUntil = new DateOnly(2017, 10, 24) });
        var (edition, _) = await network.Scheduled(mandate, new DateTimeOffset(2017, 10, 24, 23, 0, 0, TimeSpan.Zero));

        await network.MoveTo(new DateTimeOffset(2017, 10, 24, 22, 59, 0, TimeSpan.Zero));
        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Scheduled);
        await network.MoveTo(new DateTimeOffset(2017, 10, 24, 23, 5, 0, TimeSpan.Zero));

        var stopped = await network.Edition(edition.Id);
        stopped.State.ShouldBe(EditionState.Draft);
        stopped.Returned.ShouldNotBeNull().ShouldContain("ended on 24 October 2017");
        (await network.Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Letters_that_are_still_waiting_when_the_mandate_ends_do_not_leave()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4, draft: Asked.Draft() with { MandateUntil = new DateOnly(2017, 10, 24) });
        var (edition, _) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, default));
        var batch = (await network.Edition(edition.Id)).Batch!.Value;
        await network.In(s => s.GetRequiredService<BatchOrders>().Pause(batch, TheNetwork.Staff, default));

        await network.MoveTo(new DateTimeOffset(2017, 10, 25, 8, 0, 0, TimeSpan.Zero));

        (await network.Counts(batch)).ShouldBe("4 cancelled");
        (await network.Edition(edition.Id)).CancelledWhy.ShouldNotBeNull().ShouldContain("ended on 24 October 2017");
    }

    [Fact]
    public async Task A_dissenters_paragraph_that_comes_after_the_approval_is_read_before_it_goes()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        var (edition, _) = await network.Scheduled(mandate);

        await network.Dissents(mandate, 5, "We would rather have trams.");

        (await network.Edition(edition.Id)).Returned.ShouldNotBeNull().ShouldContain("Member 05 added its paragraph");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, Carried.At);
        await network.MoveTo(Carried.At.AddMinutes(5));
        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Sent);
        (await Should.ThrowAsync<RuleBroken>(() => network.Dissents(mandate, 5, "Too late."))).Message.ShouldContain("has been released");
    }
}
