using CsCheck;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Moves
{
    private static readonly DateTimeOffset Now = new(2017, 10, 16, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid[] Workers = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    /// <summary>One thing that happens: by a worker that holds it, by one that lost it, by a person, by a bounce.</summary>
    private sealed record Event(int Kind, int Worker, int Lag, DeliveryState To);

    private static readonly Gen<Event[]> Stories = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1], Gen.Int[0, 2], Gen.Enum<DeliveryState>(), (kind, worker, lag, to) => new Event(kind, worker, lag, to)).Array[0, 60];

    [Fact]
    public void Whatever_happens_only_moves_of_the_table_are_made() => Stories.Sample(story =>
    {
        var letter = New();
        foreach (var happening in story)
        {
            var before = letter.State;
            Happen(letter, happening);
            if (letter.State != before) DeliveryMoves.Allow(before, letter.State).ShouldBeTrue($"{before} to {letter.State}");
        }
    });

    [Fact]
    public void A_worker_that_lost_a_letter_changes_nothing() => Stories.Sample(story =>
    {
        var letter = New();
        foreach (var happening in story) Happen(letter, happening);
        var (state, why, attempts) = (letter.State, letter.Why, letter.Attempts);
        foreach (var to in Enum.GetValues<DeliveryState>())
        {
            letter.MoveBy(Workers[0], letter.Attempt - 1, to, "late", Now).ShouldBeFalse();
            letter.MoveBy(Guid.NewGuid(), letter.Attempt, to, "stranger", Now).ShouldBeFalse();
        }
        (letter.State, letter.Why, letter.Attempts).ShouldBe((state, why, attempts));
    });

    [Fact]
    public void An_unknown_letter_stays_so_until_a_person_or_evidence_comes() => Stories.Sample(story =>
    {
        var letter = New();
        letter.Claim(Workers[0], Now);
        letter.MoveBy(Workers[0], 1, DeliveryState.Sending, "", Now).ShouldBeTrue();
        letter.LoseWorker(Now);
        letter.State.ShouldBe(DeliveryState.Unknown);
        // No claim, no cancel, no other worker, no second death moves it.
        foreach (var happening in story.Where(e => e.Kind is 0 or 2 or 4 or 6)) Happen(letter, happening with { Lag = 1 });
        letter.State.ShouldBe(DeliveryState.Unknown);
    });

    [Fact]
    public void A_letter_is_on_the_wire_once_for_each_try_and_each_try_is_counted() => Stories.Sample(story =>
    {
        var letter = New();
        var sendings = 0;
        foreach (var happening in story)
        {
            var before = letter.State;
            Happen(letter, happening);
            if (before != DeliveryState.Sending && letter.State == DeliveryState.Sending) sendings++;
        }
        letter.Attempts.ShouldBe(sendings);
    });

    [Fact]
    public void A_letter_that_was_sent_is_never_sent_again()
    {
        var reached = new HashSet<DeliveryState> { DeliveryState.Sent };
        while (DeliveryMoves.OfWorkers.Concat(DeliveryMoves.OfOthers).Where(m => reached.Contains(m.From)).Any(m => reached.Add(m.To))) { }

        reached.ShouldBe([DeliveryState.Sent, DeliveryState.Bounced], ignoreOrder: true);
    }

    [Fact]
    public void No_machine_brings_an_unknown_letter_back_to_the_queue()
    {
        DeliveryMoves.OfWorkers.ShouldNotContain((DeliveryState.Unknown, DeliveryState.Queued));
        var letter = New();
        Should.Throw<RuleBroken>(() => letter.SendAgain(Now)).Message.ShouldContain("this one is queued");
    }

    [Fact]
    public void Tries_are_spread_over_two_days_and_then_given_up()
    {
        var waits = Enumerable.Range(1, 20).Select(Retry.After).TakeWhile(w => w is not null).Select(w => w!.Value).ToList();

        waits.ShouldBe(waits.Order());
        waits.Aggregate(TimeSpan.Zero, (sum, w) => sum + w).ShouldBeInRange(TimeSpan.FromDays(1.5), TimeSpan.FromDays(3));
        Retry.After(waits.Count + 1).ShouldBeNull();
    }

    private static Delivery New() => Delivery.Queue(Guid.CreateVersion7(), null, EmailAddress.Parse("a@b.example"), "{}", Now);

    private static void Happen(Delivery letter, Event happening)
    {
        var worker = Workers[happening.Worker];
        try
        {
            switch (happening.Kind)
            {
                case 0: letter.Claim(worker, Now); break;
                case 1: letter.MoveBy(worker, letter.Attempt, happening.To, "", Now); break;
                case 2: letter.MoveBy(worker, letter.Attempt - happening.Lag, happening.To, "", Now); break;
                case 3: letter.LoseWorker(Now); break;
                case 4: letter.Cancel(Now); break;
                case 5: letter.Bounce("550", Now); break;
                default: letter.Suppress("left", Now); break;
            }
        }
        catch (RuleBroken)
        {
            // The rule held.
        }
    }
}
