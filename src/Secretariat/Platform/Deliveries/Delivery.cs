using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Platform.Deliveries;

/// <summary>One letter to one recipient: the row that answers "did X get it?".</summary>
public sealed class Delivery : INotAudited, IHoldsPersonalData
{
    /// <summary>The Message-ID derives from it, so a letter can be traced in any mail server's log.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid Batch { get; init; }
    public Guid? Person { get; set; }
    public required string Address { get; set; }

    /// <summary>Folded, so that one mailbox gets one letter of a batch.</summary>
    public required string AddressKey { get; set; }

    public required string Domain { get; set; }

    /// <summary>What fills the holes, as JSON.</summary>
    public string Merge { get; set; } = "{}";

    public DeliveryState State { get; private set; }

    /// <summary>A sentence for people: the server's answer, or why it is not sent.</summary>
    public string Why { get; private set; } = "";

    /// <summary>By the machine's clock: a retry is a throttle, so a moved network clock does not hasten it.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Who holds it, and the number of that hold: together they fence off a worker that lost it.</summary>
    public Guid? Worker { get; private set; }

    public int Attempt { get; private set; }

    /// <summary>What the other side calls it, when it says.</summary>
    public string? RemoteId { get; private set; }

    /// <summary>When it came into its state, by the network's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public static Delivery Queue(Guid batch, Guid? person, EmailAddress address, string merge, DateTimeOffset now) =>
        New(batch, person, address, merge, DeliveryState.Queued, "", now);

    /// <summary>Somebody who does not get it, and why, on the record from the start.</summary>
    public static Delivery LeaveOut(Guid batch, Guid? person, EmailAddress address, string why, DateTimeOffset now) =>
        New(batch, person, address, "{}", DeliveryState.Suppressed, why, now);

    private static Delivery New(Guid batch, Guid? person, EmailAddress address, string merge, DeliveryState state, string why, DateTimeOffset now) => new()
    {
        Batch = batch,
        Person = person,
        Address = address.Text,
        AddressKey = address.Key,
        Domain = address.Domain,
        Merge = merge,
        State = state,
        Why = why,
        At = now,
    };

    /// <summary>While the batch is being frozen only: the address turned out to be stopped.</summary>
    internal void LeaveOutFor(string why) => (State, Why) = (DeliveryState.Suppressed, why);

    public void Claim(Guid worker, DateTimeOffset now)
    {
        Move(DeliveryState.Claimed, "", now);
        Worker = worker;
        Attempt++;
    }

    /// <summary>A worker's move. False when the delivery is no longer that worker's: it was fenced off and must stop.</summary>
    public bool MoveBy(Guid worker, int attempt, DeliveryState to, string why, DateTimeOffset now, DateTimeOffset? notBefore = null)
    {
        if (Worker != worker || Attempt != attempt || !DeliveryMoves.OfWorkers.Contains((State, to))) return false;
        Move(to, why, now);
        NotBefore = notBefore;
        if (to == DeliveryState.Sending) Attempts++;
        if (to is DeliveryState.Queued) Worker = null;
        return true;
    }

    /// <summary>Its worker died: what was not begun goes back, what was begun nobody can know.</summary>
    public void LoseWorker(DateTimeOffset now)
    {
        if (State == DeliveryState.Claimed) Requeue(now);
        else if (State == DeliveryState.Sending) Move(DeliveryState.Unknown, Sentences.WorkerLost, now);
    }

    public void Suppress(string why, DateTimeOffset now) => Move(DeliveryState.Suppressed, why, now);

    public void Cancel(DateTimeOffset now) => Move(DeliveryState.Cancelled, Sentences.Cancelled, now);

    public void Bounce(string why, DateTimeOffset now) => Move(DeliveryState.Bounced, why, now);

    /// <summary>A person sends an unknown one again, knowing that it may arrive twice.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        if (State != DeliveryState.Unknown) throw new RuleBroken($"Only a letter whose fate is unknown can be sent again; this one is {State.Word()}.");
        Requeue(now);
    }

    /// <summary>A person asked, and knows now what became of an unknown one.</summary>
    public void Settle(bool arrived, DateTimeOffset now)
    {
        if (State != DeliveryState.Unknown) throw new RuleBroken($"What became of this letter is known already: it is {State.Word()}.");
        Move(arrived ? DeliveryState.Sent : DeliveryState.Failed, arrived ? "It arrived, as somebody found out." : "It did not arrive, as somebody found out.", now);
    }

    /// <summary>Takes out who it went to; that it went, and what became of it, stays.</summary>
    internal void Forget() => (Person, Address, AddressKey, Domain, Merge, Why) = (null, "", $"erased {Id}", "", "{}", Sentences.Erased);

    private void Requeue(DateTimeOffset now)
    {
        Move(DeliveryState.Queued, "", now);
        Worker = null;
        NotBefore = null;
    }

    private void Move(DeliveryState to, string why, DateTimeOffset now)
    {
        if (!DeliveryMoves.Allow(State, to)) throw new RuleBroken($"A letter that is {State.Word()} cannot become {to.Word()}.");
        (State, Why, At) = (to, why, now);
    }
}
