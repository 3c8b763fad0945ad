using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Secretariat.Platform.Data;

namespace Secretariat.Reporting.Annual;

/// <summary>The annual report as everybody reads it: words, indicators, and what each member signed off. Kept as it was approved.</summary>
/// <param name="Missing">Members that signed nothing off: they are named, and no figure of theirs is taken for nought.</param>
public sealed record AnnualContent(string Year, string Title, string Introduction, string Source, IReadOnlyList<AnnualIndicator> Indicators, IReadOnlyList<AnnualMember> Members, IReadOnlyList<AnnualName> Missing, bool Invented)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int All => Members.Count + Missing.Count;

    public string Json() => JsonSerializer.Serialize(this, Form);

    public string Hash() => CanonicalJson.Hash(CanonicalJson.Of(JsonNode.Parse(Json())));

    public static AnnualContent Read(string json) => JsonSerializer.Deserialize<AnnualContent>(json, Form)!;

    public AnnualTotal Total(AnnualIndicator indicator)
    {
        var given = Members.Select(m => m.Of(indicator.Code)?.Value).OfType<long>().ToList();
        return new(given.Sum(), given.Count, All);
    }
}

public sealed record AnnualIndicator(string Code, string Name, string Unit, string Means, bool Invented);

public sealed record AnnualName(string Code, string Name, string ShortName);

/// <param name="SignedBy">"its Chair": the office and no name, since this is read for years.</param>
public sealed record AnnualMember(string Code, string Name, string ShortName, string Story, IReadOnlyList<AnnualFigure> Figures, string SignedBy, DateOnly SignedOn)
{
    public AnnualFigure? Of(string indicator) => Figures.FirstOrDefault(f => f.Indicator == indicator);
}

/// <param name="Value">Null where it was not given, which is not nought.</param>
/// <param name="Note">Where it comes from, or why it is not given.</param>
public sealed record AnnualFigure(string Indicator, long? Value, string Note);

/// <param name="Given">How many members gave it.</param>
public sealed record AnnualTotal(long Sum, int Given, int Of)
{
    public string Words => Given == 0 ? "not given" : Sum.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
