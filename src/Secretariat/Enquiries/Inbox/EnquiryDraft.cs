namespace Secretariat.Enquiries.Inbox;

/// <summary>What somebody asks, as it came in.</summary>
public sealed record EnquiryDraft(string? Name, string? Email, string? Subject, string? Words)
{
    public string? Phone { get; init; }

    /// <summary>The organisation they say they are from.</summary>
    public string? Body { get; init; }

    /// <summary>As typed: it may be half of one, or a council.</summary>
    public string? Postcode { get; init; }

    public string? Theme { get; init; }
    public bool Invented { get; init; }

    /// <summary>Of the form it was typed into, when one was.</summary>
    public string? FormKey { get; init; }
}
