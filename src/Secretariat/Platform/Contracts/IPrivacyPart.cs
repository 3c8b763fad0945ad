namespace Secretariat.Platform.Contracts;

/// <summary>What a feature keeps of people, in a section of the privacy page: said where it is known, so that it stays true.</summary>
public interface IPrivacyPart
{
    /// <summary>The records that it is read from: the page is made anew when one changes.</summary>
    IReadOnlyCollection<string> Tags { get; }

    Task<PrivacyPart> Of(CancellationToken ct);
}

public sealed record PrivacyPart(string Heading, IReadOnlyList<string> Lines);
