using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Secretariat.Reporting.Operational;

/// <summary>What a report says of a period that nobody typed: worked out from the evidence, and kept as it was when the report is issued.</summary>
/// <param name="AsAt">The day on which it was worked out: what stands "to date" stood so on that day.</param>
/// <param name="AuditHash">The head of the audit chain then, so that a copy on paper proves what was there.</param>
public sealed record ReportFacts(string Plan, DateOnly First, DateOnly Last, DateOnly AsAt, IReadOnlyList<FactPillar> Pillars, IReadOnlyList<FactDecision> Decisions, long AuditSealed, string AuditHash)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int InPeriod => Pillars.Sum(p => p.Rows.Where(r => !r.Stock).Sum(r => r.InPeriod));
    public IEnumerable<FactRow> Rows => Pillars.SelectMany(p => p.Rows);

    public string Json() => JsonSerializer.Serialize(this, Form);

    public JsonNode Node() => JsonNode.Parse(Json())!;

    public static ReportFacts Read(string json) => JsonSerializer.Deserialize<ReportFacts>(json, Form)!;
}

/// <param name="Code">Null for what carries the pillars.</param>
public sealed record FactPillar(string? Code, string Name, IReadOnlyList<FactRow> Rows)
{
    /// <summary>By which the words of staff under it are kept.</summary>
    public string Key => Code ?? "-";
}

/// <param name="Stock">It counts what stands rather than what happens, so a number for the period would say nothing.</param>
/// <param name="Promised">By the end of the year; null when nothing is counted against.</param>
/// <param name="Should">How many of its dates had come by then.</param>
/// <param name="More">How many pieces of evidence of the period are not among <paramref name="Proofs"/>.</param>
public sealed record FactRow(string Code, string Title, string Unit, bool Stock, int InPeriod, int ToDate, string ToDateInWords, int? Promised, int Should, int Late, string Forecast, string? Next,
    IReadOnlyList<FactProof> Proofs, int More, IReadOnlyList<FactFigure> Figures);

/// <param name="ByHand">By whom is not kept here: it stands beside the evidence itself, from where a name can be erased.</param>
public sealed record FactProof(DateOnly Date, string Title, string Href, bool ByHand);

public sealed record FactFigure(string Value, string What, string Href);

public sealed record FactDecision(DateOnly Date, string Text, string By, bool Agreed, string Href);
