using Secretariat.Platform.Data;

namespace Secretariat.Agreements.Rounds;

/// <summary>Who is counted: each member, or each filled seat of the Management Board.</summary>
public enum RoundBase { Members, Seats }

/// <summary>What is done with objections: they stand beside the text, or are only counted.</summary>
public enum Objections { Listed, Counted }

/// <summary>What no answer means. It is consent only where the round says so when it opens.</summary>
public enum Silence { Nothing, Consent }

/// <summary>How large a part must say yes: three quarters, or more than half. Without one, nobody decides for another.</summary>
public sealed record Threshold(int Num, int Den, bool MoreThan)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAll => Num == Den;

    /// <summary>How many yeses that is among so many who are counted. Whole numbers only: three quarters of 38 is 29.</summary>
    public int Of(int counted) => MoreThan ? counted * Num / Den + 1 : (counted * Num + Den - 1) / Den;
}

/// <summary>The rule under which members are asked; a round names one when it opens and is held to it.</summary>
public sealed class RoundRule : Record
{
    private RoundRule() { }

    public RoundRule(string code, RoundTerms terms)
    {
        Code = code.Trim();
        Change(terms);
    }

    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Description { get; private set; } = "";
    public int? Num { get; private set; }
    public int? Den { get; private set; }
    public bool MoreThan { get; private set; }
    public RoundBase Base { get; private set; }

    /// <summary>How many must have answered at least; null when any number will do.</summary>
    public int? Quorum { get; private set; }

    public Objections Objections { get; private set; }

    /// <summary>One objection is enough to stop it.</summary>
    public bool ObjectionBlocks { get; private set; }

    public Silence Silence { get; private set; }
    public bool Invented { get; private set; }

    public RoundTerms Terms => new(Name, Description, Num is { } num ? new Threshold(num, Den!.Value, MoreThan) : null, Base, Quorum, Objections, ObjectionBlocks, Silence, Invented);

    public void Change(RoundTerms terms)
    {
        terms.Check();
        (Name, Description, Base, Quorum, Objections, ObjectionBlocks, Silence, Invented) =
            (terms.Name.Trim(), terms.Description.Trim(), terms.Base, terms.Quorum, terms.Objections, terms.ObjectionBlocks, terms.Silence, terms.Invented);
        (Num, Den, MoreThan) = (terms.Threshold?.Num, terms.Threshold?.Den, terms.Threshold?.MoreThan == true);
    }
}

/// <summary>What a rule says, as values.</summary>
public sealed record RoundTerms(string Name, string Description, Threshold? Threshold, RoundBase Base, int? Quorum, Objections Objections, bool ObjectionBlocks, Silence Silence, bool Invented)
{
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) throw new RuleBroken("A rule needs a name.", "Name");
        if (Threshold is { } t && (t.Num < 1 || t.Den < 1 || t.Num > t.Den || (t.MoreThan && t.IsAll)))
            throw new RuleBroken("The threshold must be a part of the whole, such as 3 of 4, that can be reached.", "Threshold");
        if (Quorum < 1) throw new RuleBroken("A quorum is at least one answer.", "Quorum");
        if (Silence == Silence.Consent && (Threshold is null || Threshold.IsAll))
            throw new RuleBroken("Silence is never consent in a confirmation or a full agreement.", "Silence");
    }
    /// <summary>What a round asks for, and what silence means in it, must be something that this rule can count.</summary>
    public void RefuseUnlessFor(RoundKind kind, Silence silence)
    {
        if (kind == RoundKind.AgreeText && Threshold is null) throw new RuleBroken("To agree a text takes a rule that says how many must agree.", "Rule");
        if (kind == RoundKind.Confirm && Threshold is { IsAll: false }) throw new RuleBroken("In a confirmation each answers for itself: choose a rule without a part of the whole.", "Rule");
        if (silence == Silence.Consent && (kind == RoundKind.Confirm || Threshold is null or { IsAll: true })) throw new RuleBroken("Silence is never consent in a confirmation or a full agreement.", "SilenceIsConsent");
    }
}
