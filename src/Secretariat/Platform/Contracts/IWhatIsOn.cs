namespace Secretariat.Platform.Contracts;

/// <summary>What a later feature knows to be coming up for a person, for the first page of their own.</summary>
public interface IWhatIsOn
{
    /// <param name="person">Whoever is signed in; what those are invited to whom they act for comes too.</param>
    Task<IReadOnlyList<OnLine>> For(Guid person, DateOnly today, int most, CancellationToken ct);
}

/// <param name="Note">In a few words: how they answered, where it is, until when.</param>
public sealed record OnLine(DateOnly Day, string What, string Note, string Href, bool Invented = false);
