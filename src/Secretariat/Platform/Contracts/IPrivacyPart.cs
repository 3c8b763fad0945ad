namespace Secretariat.Platform.Contracts;

/// <summary>What a feature keeps of people, in a section of the privacy page: said where it is known, so that it stays true.</summary>
public interface IPrivacyPart
{
    Task<PrivacyPart> Of(CancellationToken ct);
}

public sealed record PrivacyPart(string Heading, IReadOnlyList<string> Lines);
