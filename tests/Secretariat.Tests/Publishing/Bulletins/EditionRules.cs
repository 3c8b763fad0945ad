using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class EditionRules
{
    private static readonly DateOnly Today = new(2017, 10, 16);
    private static readonly DateTimeOffset Now = TheNetwork.Start;
    private static readonly Actor Bethan = new(Guid.NewGuid(), "Bethan");

    [Fact]
    public void An_edit_after_the_approval_voids_it_and_says_so()
    {
        foreach (var edit in new Action<Edition>[] { e => e.Rewrite("Other words", ""), e => e.Gather(Written.Item("More"), Today), e => e.Drop(e.Items[0]), e => e.Move(e.Items[0], 1) })
        {
            var edition = Approved();

            edit(edition);

            edition.State.ShouldBe(EditionState.Draft);
            edition.ApprovedHash.ShouldBeNull();
            edition.Returned.ShouldNotBeNull().ShouldStartWith("The approval by Bethan is void");
            Should.Throw<RuleBroken>(() => edition.ScheduleFor(Now.AddHours(1), 10, Now)).Message.ShouldContain("not approved");
        }
    }

    [Fact]
    public void Moving_the_first_item_up_changes_nothing()
    {
        var edition = Approved();

        edition.Move(edition.Items[0], -1);

        edition.State.ShouldBe(EditionState.Approved);
    }

    [Fact]
    public void Approval_is_for_the_text_that_was_read()
    {
        var (edition, items) = Draft();
        var read = Content(edition, items).Hash();
        items[0].Write(Written.Draft("Changed while it was read"));

        Should.Throw<RuleBroken>(() => edition.Approve(PassedContent.Of(Content(edition, items), []), read, Kinds(items), Bethan, Now)).Message.ShouldContain("changed while you were reading");
        edition.State.ShouldBe(EditionState.Draft);
    }

    [Fact]
    public void The_approver_confirms_each_items_kind()
    {
        var (edition, items) = Draft();
        var content = Content(edition, items);

        Should.Throw<RuleBroken>(() => edition.Approve(PassedContent.Of(content, []), content.Hash(), new Dictionary<Guid, ItemKind>(), Bethan, Now)).Message.ShouldStartWith("Confirm what kind");
        var one = Kinds(items);
        one[items[1].Id] = ItemKind.Statement;
        Should.Throw<RuleBroken>(() => edition.Approve(PassedContent.Of(content, []), content.Hash(), one, Bethan, Now)).Message.ShouldContain("no statement leaves");
    }

    [Fact]
    public void A_bulletin_carries_nothing_that_is_for_named_people_only()
    {
        var (edition, _) = Draft();
        var item = new Item(Written.Draft() with { Circulation = Circulation.NamedPeople, Named = [Guid.NewGuid()] }, Now);

        Should.Throw<RuleBroken>(() => edition.Gather(item, Today)).Message.ShouldContain("named people only");
    }

    [Fact]
    public void A_bulletin_for_nobody_is_not_scheduled() =>
        Should.Throw<RuleBroken>(() => Approved().ScheduleFor(Now.AddHours(1), 0, Now)).Message.ShouldStartWith("Nobody would get it");

    [Fact]
    public void A_bulletin_is_not_scheduled_for_the_past() =>
        Should.Throw<RuleBroken>(() => Approved().ScheduleFor(Now.AddMinutes(-1), 10, Now)).Field.ShouldBe("At");

    [Fact]
    public void A_bulletin_is_not_scheduled_for_a_day_that_nobody_waits_for() =>
        Should.Throw<RuleBroken>(() => Approved().ScheduleFor(Now.AddYears(2), 10, Now)).Message.ShouldContain("more than a year ahead");

    [Fact]
    public void Nothing_can_be_changed_once_it_goes()
    {
        var edition = Approved();
        edition.ScheduleFor(Now, 10, Now);
        edition.BeginFreezing();

        Should.Throw<RuleBroken>(() => edition.Rewrite("Other", ""));
        Should.Throw<RuleBroken>(() => edition.Gather(Written.Item(), Today));
        Should.Throw<RuleBroken>(() => edition.Cancel("Because"));
        Should.Throw<RuleBroken>(edition.Unschedule);
    }

    [Fact]
    public void A_bulletin_that_reached_nobody_was_not_sent()
    {
        var edition = Approved();
        edition.ScheduleFor(Now, 10, Now);
        edition.BeginFreezing();
        edition.BeginSending();

        edition.Finish(0, "None could be sent.", Now);

        edition.State.ShouldBe(EditionState.Cancelled);
        edition.SentAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Two\nlines")]
    [InlineData("Dear {{name}}")]
    public void A_subject_is_one_line_of_words(string subject) =>
        Should.Throw<RuleBroken>(() => new Edition(1, Written.Year, subject, "")).Field.ShouldBe("Subject");

    [Fact]
    public void Forgetting_who_approved_leaves_that_it_was_approved()
    {
        var (approved, undone) = (Approved(), Approved());
        undone.Rewrite("Other words", "");

        approved.ForgetApprover();
        undone.ForgetApprover();

        (approved.State, approved.ApprovedBy, approved.Approver, approved.ApprovedAt).ShouldBe((EditionState.Approved, "a former colleague", null, Now));
        undone.Returned.ShouldBe("The approval by a former colleague is void: its subject or introduction was edited.");
    }

    private static (Edition Edition, Item[] Items) Draft()
    {
        Item[] items = [Written.Item("First"), Written.Item("Second")];
        var edition = new Edition(12, Written.Year, "Subject", "Intro");
        foreach (var item in items) edition.Gather(item, Today);
        return (edition, items);
    }

    private static Edition Approved()
    {
        var (edition, items) = Draft();
        var content = Content(edition, items);
        edition.Approve(PassedContent.Of(content, []), content.Hash(), Kinds(items), Bethan, Now);
        return edition;
    }

    private static Dictionary<Guid, ItemKind> Kinds(Item[] items) => items.ToDictionary(i => i.Id, i => i.Kind);

    private static EditionContent Content(Edition edition, Item[] items) =>
        new(edition.Subject, edition.Intro, [.. items.Select(i => new ContentItem(i.Id, i.Kind, i.Heading, i.Html, i.Links, [], ""))]);
}
