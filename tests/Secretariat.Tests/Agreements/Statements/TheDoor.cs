using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;

namespace Secretariat.Tests.Agreements.Statements;

/// <summary>What a mandate lets out, and what it does not.</summary>
public sealed class TheDoor
{
    private static readonly DateOnly Today = Mandated.Today;

    private static Statement Agreed => new(Asked.Draft().Text);

    [Fact]
    public void A_statement_leaves_in_exactly_the_words_that_were_agreed()
    {
        var (mandate, round, _) = Mandated.Of(4, 3);

        var text = Agreed.Release(mandate, Today);

        text.Text.Canonical().ShouldBe(round.Latest.Canonical);
        (text.Hash, text.Mandate).ShouldBe((mandate.Hash, mandate.Id));
    }

    [Fact]
    public void Without_a_mandate_nothing_leaves() => Refused(null).ShouldContain("without the members’ agreement");

    [Fact]
    public void The_Boards_mandate_is_not_the_members() => Refused(Mandated.Of(9, 9, who: RoundBase.Seats).Mandate).ShouldContain("The Management Board agreed");

    [Theory]
    [InlineData("Members want longer transport funding.")]
    [InlineData("Members want **longer** transport funding!")]
    [InlineData("Members want **longer** transport funding.\n\nAnd more of it.")]
    public void Other_words_are_refused_whatever_was_changed(string text)
    {
        var no = Should.Throw<RuleBroken>(() => new Statement(Asked.Draft(text: text).Text).Release(Mandated.Of(4, 4).Mandate, Today));

        no.Message.ShouldContain("changed after the agreement");
    }

    [Fact]
    public void A_withdrawn_mandate_says_who_withdrew_it_and_why()
    {
        var mandate = Mandated.Of(4, 4).Mandate;
        mandate.Withdraw("The Management Board", "The figures were wrong.", Today, Asked.Closes.AddDays(1));

        Refused(mandate).ShouldBe("Its mandate was withdrawn on 24 October 2017 by The Management Board: The figures were wrong.");
        Should.Throw<RuleBroken>(() => mandate.Withdraw("Anybody", "Again", Today, Asked.Closes.AddDays(2)));
    }

    [Fact]
    public void A_mandate_ends_with_its_last_day()
    {
        var mandate = Mandated.Of(4, 4, until: Today).Mandate;

        Should.NotThrow(() => Agreed.Release(mandate, Today));
        Should.Throw<RuleBroken>(() => Agreed.Release(mandate, Today.AddDays(1))).Message.ShouldContain("ended on 24 October 2017");
    }

    [Fact]
    public void It_says_all_only_if_all_agreed()
    {
        var text = Agreed.Release(Mandated.Of(38, 38).Mandate, Today);

        (text.Whose, text.Names.Count).ShouldBe(("all 38", 0));
        text.Lines.ShouldBe(["This is the view of all 38 members."]);
    }

    [Fact]
    public void Otherwise_those_who_agreed_are_listed_the_objectors_named_and_the_silent_did_not_answer()
    {
        var text = Agreed.Release(Mandated.Of(38, 29, 3).Mandate, Today);

        (text.Whose, text.Names.Count).ShouldBe(("29 members, listed", 29));
        text.Lines[0].ShouldStartWith("This is the view of 29 of 38 members, and of nobody else: Member 01; Member 02;");
        text.Lines[0].ShouldEndWith("; and Member 29.");
        text.Lines.Skip(1).ShouldBe(["3 object: Member 30; Member 31; and Member 32.", "6 did not answer."]);
    }

    [Fact]
    public void Who_objected_adds_one_paragraph_and_nobody_else_does()
    {
        var (mandate, _, electors) = Mandated.Of(5, 3, 1);
        var by = new Dissenting(Guid.NewGuid(), "Chair 04", "Chair", AnswerWay.Link);

        mandate.Hear(electors[3], "We would rather have rail.", by, false, Asked.Closes).ShouldNotBeNull();
        mandate.Hear(electors[3], "We would rather have trams.", by, false, Asked.Closes).ShouldBeNull("it takes the earlier one's place");

        var text = Agreed.Release(mandate, Today);
        text.Lines[^1].ShouldBe("Member 04, which did not agree, says: We would rather have trams.");
        text.Hash.ShouldBe(mandate.Hash, "a paragraph is no part of what was agreed");
        Should.Throw<RuleBroken>(() => mandate.Hear(electors[0], "So would we.", by, false, Asked.Closes)).Message.ShouldContain("did not object");
        Should.Throw<RuleBroken>(() => mandate.Hear(electors[4], "We were away.", by, false, Asked.Closes)).Message.ShouldContain("did not object");
        Should.Throw<RuleBroken>(() => mandate.Hear(electors[3], "Later.", by, true, Asked.Closes)).Message.ShouldContain("has been released");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear {{name}}")]
    [InlineData(null)]
    public void A_paragraph_is_a_few_plain_words(string? text)
    {
        var (mandate, _, electors) = Mandated.Of(5, 3, 1);

        Should.Throw<RuleBroken>(() => mandate.Hear(electors[3], text ?? new string('x', Dissent.MaxText + 1), new Dissenting(null, "", "", AnswerWay.Link), false, Asked.Closes)).Field.ShouldBe("Text");
    }

    [Fact]
    public void What_was_restored_from_a_backup_lets_nothing_out_before_somebody_confirms_it()
    {
        var mandate = Mandated.Of(4, 4).Mandate;
        mandate.DoubtIt("A backup was restored.");

        Refused(mandate).ShouldBe("A backup was restored.");
        mandate.Confirm();
        Should.NotThrow(() => Agreed.Release(mandate, Today));
    }

    private static string Refused(Mandate? mandate) => Should.Throw<RuleBroken>(() => Agreed.Release(mandate, Today)).Message;
}
