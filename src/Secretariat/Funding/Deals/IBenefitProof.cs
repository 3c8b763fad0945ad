namespace Secretariat.Funding.Deals;

/// <summary>A kind of thing that can prove a benefit: a page, an edition, an event. Later floors bring theirs.</summary>
public interface IBenefitProof
{
    /// <summary>Its stored name: "newsletter".</summary>
    string Kind { get; }

    /// <summary>Over its choices: "Newsletters that were sent".</summary>
    string Heading { get; }

    /// <summary>What there is to choose from, the newest first, and no more than somebody reads.</summary>
    Task<IReadOnlyList<ProofShown>> Offered(CancellationToken ct);

    /// <summary>Which of these are public, sent or held at this moment: whatever is left out proves nothing any more.</summary>
    Task<IReadOnlyList<ProofShown>> Standing(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <param name="On">Since when it is there.</param>
/// <param name="Href">Where staff see it.</param>
/// <param name="Open">Where everybody sees it; null when only some may.</param>
public sealed record ProofShown(Guid Id, string Title, DateOnly On, string Href, string? Open);

/// <summary>Events that a deal may pay for; a later floor keeps them.</summary>
public interface IDealEvents
{
    Task<IReadOnlyList<DealEvent>> Choices(CancellationToken ct);

    Task<IReadOnlyList<DealEvent>> Of(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <param name="TypedCost">What was typed as its cost on its own page.</param>
public sealed record DealEvent(Guid Id, string Title, DateOnly On, string Href, Platform.Data.Money? TypedCost)
{
    /// <summary>Everybody may know of it; of another a sponsor reads no title and no day.</summary>
    public bool Open { get; init; }
}

/// <summary>Which members already talk to an organisation; a later floor keeps it. Asked before staff get in touch.</summary>
public interface IMemberTalks
{
    Task<IReadOnlyList<TalkingMember>> With(Guid organisation, CancellationToken ct);
}

public sealed record TalkingMember(string Code, string Member, string About, string? Who, DateOnly Last);
