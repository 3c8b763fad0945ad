using Secretariat.Platform.Data;

namespace Secretariat.Members.Organisations;

public enum OrganisationKind { Member, Secretariat, Government, BusinessOrganisation, Agency, Sponsor, Media, Other }

/// <summary>Any body the network knows: a member, a department, a sponsor, the secretariat itself.</summary>
public sealed class Organisation : Record
{
    private Organisation() { }

    public Organisation(string code, string name, OrganisationKind kind)
    {
        Code = code.Trim();
        Kind = kind;
        Rename(name, name);
    }

    /// <summary>Its code in the pack and in addresses; for the first network an ONS code.</summary>
    public string Code { get; private set; } = "";

    public OrganisationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string ShortName { get; private set; } = "";

    /// <summary>The name without case and accents: lists are ordered by it.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The body it belongs to, such as a unit's department.</summary>
    public Guid? Parent { get; private set; }

    public string? Website { get; private set; }
    public string? Region { get; set; }
    public string? Note { get; set; }

    /// <summary>True when the pack made this body up; its pages say so.</summary>
    public bool Invented { get; set; }

    /// <summary>Its square on the tile map; null in a pack that brings no grid.</summary>
    public int? TileColumn { get; set; }

    /// <inheritdoc cref="TileColumn"/>
    public int? TileRow { get; set; }

    /// <summary>At most five letters, for the square.</summary>
    public string TileLabel { get; set; } = "";

    public bool IsMember => Kind == OrganisationKind.Member;

    public void Rename(string name, string shortName)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("An organisation needs a name.", "Name");
        Name = name.Trim();
        ShortName = string.IsNullOrWhiteSpace(shortName) ? Name : shortName.Trim();
        SortName = Name.Folded();
    }

    public void Reclassify(OrganisationKind kind) => Kind = kind;

    /// <param name="parents">Every organisation's parent, to see that no body comes to stand under itself.</param>
    public void PutUnder(Guid? parent, IReadOnlyDictionary<Guid, Guid?> parents)
    {
        for (var above = parent; above is { } id; above = parents.GetValueOrDefault(id))
            if (id == Id) throw new RuleBroken($"{Name} cannot stand under itself.", "Parent");
        Parent = parent;
    }

    /// <summary>Only an address of the web: a link that a page shows must not run anything.</summary>
    public void MoveTo(string? website)
    {
        website = website?.Trim();
        if (!string.IsNullOrEmpty(website) && !IsWeb(website))
            throw new RuleBroken($"“{website}” is not a web address. It should look like https://www.example.org.", "Website");
        Website = string.IsNullOrEmpty(website) ? null : website;
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");
}
