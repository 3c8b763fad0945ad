using Secretariat.Agreements.Rounds;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>People who answer for a member, or speak for a grouping, and turn out to be one.</summary>
public sealed class MergedAnswerers
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_round_is_open_two_who_both_answered_for_one_member_are_not_made_one()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound();
        var (elector, chair) = await network.Asks(round, 1);
        var chief = await HasChief(network, elector.Organisation!.Value);
        await network.Answers(round, 1);
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, chief.Id, new GivenAnswer(Answer.Abstain, round.Latest.Hash), AnswerWay.Link, null, network.Now, Ct));

        (await Should.ThrowAsync<RuleBroken>(() => network.Merges(chief.Id, chair.Id))).Message.ShouldContain("which is still open");

        await network.MoveTo(Asked.Closes.AddMinutes(1));
        await network.Merges(chief.Id, chair.Id);
    }

    [Fact]
    public async Task Whoever_was_Chair_under_a_record_that_was_merged_is_Chair_answers_holds_the_seat_and_reads_why_they_get_the_bulletin()
    {
        await using var network = await Asked.Network(1);
        var round = await network.HasRound();
        var (elector, chair) = await network.Asks(round, 1);
        var grouping = new Grouping("north", "North");
        grouping.Join(elector.Organisation!.Value, SigningIn.Since);
        grouping.Fill(chair.Id, SigningIn.Since);
        await network.Has(grouping);
        var kept = new Person("Chair Onesie", "onesie@home.example");
        await network.Has(kept);

        await network.Merges(chair.Id, kept.Id);

        (await network.Db(db => WhoMayAnswer.On(db, elector, SigningIn.Since.AddDays(1), Ct))).ShouldHaveSingleItem().Person.ShouldBe(kept.Id);
        var seat = (await network.Db(db => Board.On(db, SigningIn.Since.AddDays(1), Ct))).Single().Holder!;
        (seat.Person, seat.ChairOf?.Code).ShouldBe((kept.Id, "M01"));
        var reader = (await network.In(s => s.GetRequiredService<Readers>().On(DateOnly.FromDateTime(network.Now.UtcDateTime), Ct))).Single(r => r.Gets);
        (reader.Person, reader.Why, reader.Members.Count).ShouldBe((kept.Id, "you are Chair at Member 01", 1));
    }

    private static async Task<Person> HasChief(TheNetwork network, Guid member)
    {
        var chief = new Person("Chief One", "chief@m01.example");
        await network.Has(chief);
        await network.Has(new Position(chief.Id, member, PositionKind.ChiefExecutive, "Chief executive", SigningIn.Since));
        return chief;
    }
}
