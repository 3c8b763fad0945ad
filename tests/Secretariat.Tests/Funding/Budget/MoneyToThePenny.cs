using CsCheck;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Budget.Rules;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Budget;

public sealed class MoneyToThePenny
{
    private static readonly DateOnly Day = new(2018, 12, 3);
    private static readonly DateTimeOffset Now = new(2018, 12, 3, 9, 0, 0, TimeSpan.Zero);

    private static EntryDraft Draft(EntryKind kind, long pence) => new(kind, Day, "Soup", new Money(pence)) { Link = "/desk" };

    private static BudgetLine Line(long pence = 100_000) => new("dinner", BudgetHeading.Events, "Regatta dinner", new Money(pence));

    [Fact]
    public void What_is_divided_comes_to_the_whole_and_nobody_is_a_penny_from_their_share() =>
        Gen.Select(Gen.Long[0, 10_000_000_000], Gen.Long[0, 1_000_000].Array[1, 300]).Sample((total, weights) =>
        {
            if (weights.All(w => w == 0)) weights[0] = 1;
            var all = weights.Sum();

            var parts = Shares.Of(new Money(total), weights);

            parts.Sum(p => p.Pence).ShouldBe(total);
            for (var i = 0; i < weights.Length; i++) ((Int128)parts[i].Pence * all - (Int128)total * weights[i] is var off && off < all && off > -all).ShouldBeTrue();
        });

    [Fact]
    public void The_estimate_divided_among_thirty_eight_is_the_estimate()
    {
        var parts = Shares.Equal(new Money(430_721_00), 38);

        parts.Sum(p => p.Pence).ShouldBe(430_721_00);
        (parts.Min().Pence, parts.Max().Pence).ShouldBe((11_334_76, 11_334_77));
        Should.Throw<RuleBroken>(() => Shares.Equal(new Money(100), 0));
    }

    [Fact]
    public void However_much_is_ordered_paid_taken_back_and_closed_the_sums_come_to_the_entries() =>
        Gen.Select(Gen.Int[0, 4], Gen.Long[1, 500_000], Gen.Int[0, 50]).Array[0, 60].Sample(acts =>
        {
            var line = Line();
            var entries = new List<BudgetEntry>();
            var (paid, open) = (0L, new Dictionary<Guid, long>());
            foreach (var (act, pence, which) in acts)
            {
                var standing = entries.Where(e => e.Stands).ToList();
                var orders = standing.Where(e => e.Kind == EntryKind.Order && e.ClosedOn is null).ToList();
                if (act == 0) { entries.Add(new BudgetEntry(line, Draft(EntryKind.Order, pence), TheNetwork.Staff, Now, Day)); open[entries[^1].Id] = pence; }
                else if (act == 1) { entries.Add(new BudgetEntry(line, Draft(EntryKind.Paid, pence), TheNetwork.Staff, Now, Day)); paid += pence; }
                else if (act == 2 && orders.Count > 0) { var order = orders[which % orders.Count]; entries.Add(new BudgetEntry(line, Draft(EntryKind.Paid, pence) with { Order = order.Id }, TheNetwork.Staff, Now, Day)); paid += pence; open[order.Id] -= pence; }
                else if (act == 3 && standing.Count > 0)
                {
                    var wrong = standing[which % standing.Count];
                    entries.Add(wrong.TakeBack("Typed twice.", TheNetwork.Staff, Now, Day));
                    if (wrong.Kind == EntryKind.Order) open.Remove(wrong.Id);
                    else { paid -= wrong.Amount.Pence; if (wrong.Order is { } of && open.ContainsKey(of)) open[of] += wrong.Amount.Pence; }
                }
                else if (act == 4 && orders.Count > 0) { var order = orders[which % orders.Count]; order.Close(Day); open.Remove(order.Id); }
            }

            var stands = LineStanding.Of([line], entries)[0];

            stands.Actual.Pence.ShouldBe(paid);
            stands.Committed.Pence.ShouldBe(open.Values.Where(o => o > 0).Sum());
            (stands.Left + stands.Committed + stands.Actual).ShouldBe(stands.Plan);
        });

    [Fact]
    public void An_entry_is_taken_back_once_by_its_opposite_and_both_stay()
    {
        var entry = new BudgetEntry(Line(), Draft(EntryKind.Paid, 1250), TheNetwork.Staff, Now, Day);
        var counter = entry.TakeBack("The wrong line.", TheNetwork.Staff, Now, Day);

        (counter.Amount.Pence, counter.Counters, entry.CounteredBy, entry.Amount.Pence).ShouldBe((-1250, entry.Id, counter.Id, 1250));
        Should.Throw<RuleBroken>(() => entry.TakeBack("Again.", TheNetwork.Staff, Now, Day)).Message.ShouldContain("already");
        Should.Throw<RuleBroken>(() => counter.TakeBack("After all.", TheNetwork.Staff, Now, Day));
        Should.Throw<RuleBroken>(() => new BudgetEntry(Line(), Draft(EntryKind.Paid, 1250), TheNetwork.Staff, Now, Day).TakeBack(" ", TheNetwork.Staff, Now, Day)).Field.ShouldBe("Why");
    }

    [Fact]
    public void What_cannot_be_shown_or_has_not_happened_is_not_entered()
    {
        Should.Throw<RuleBroken>(() => new BudgetEntry(Line(), Draft(EntryKind.Paid, 100) with { Link = null }, TheNetwork.Staff, Now, Day)).Field.ShouldBe("Link");
        Should.Throw<RuleBroken>(() => new BudgetEntry(Line(), Draft(EntryKind.Paid, 100) with { On = Day.AddDays(1) }, TheNetwork.Staff, Now, Day)).Field.ShouldBe("On");
        Should.Throw<RuleBroken>(() => new BudgetEntry(Line(), Draft(EntryKind.Paid, 0), TheNetwork.Staff, Now, Day)).Field.ShouldBe("Amount");
        Should.Throw<RuleBroken>(() => new BudgetEntry(new BudgetLine("m", BudgetHeading.MemberSponsorship, "Members", new Money(1)), Draft(EntryKind.Order, 100), TheNetwork.Staff, Now, Day)).Field.ShouldBe("Kind");
    }
}
