namespace Secretariat.Publishing.Bulletins;

/// <summary>A bulletin goes to the members' people, a newsletter to everybody who asked for it, and to the members' people too.</summary>
public enum EditionKind { Bulletin, Newsletter }

public static class EditionKinds
{
    public static string Word(this EditionKind kind) => kind == EditionKind.Newsletter ? "newsletter" : "bulletin";

    /// <summary>Where the desk keeps them.</summary>
    public static string Shelf(this EditionKind kind) => $"/desk/{kind.Word()}s";
}
