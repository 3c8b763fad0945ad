namespace Secretariat.Funding.Deals;

/// <summary>How far a deal with a sponsor has come.</summary>
public enum DealStage { Idea, Approached, Talking, Agreed, Delivered, Lost }

/// <summary>What a sponsor pays towards.</summary>
public enum DealFor { Conference, Dinner, Website, Newsletter, Other }

public static class DealWords
{
    public static string Words(this DealStage stage) => stage switch
    {
        DealStage.Idea => "an idea",
        DealStage.Lost => "closed, lost",
        _ => stage.ToString().ToLowerInvariant(),
    };

    /// <summary>How its mark looks.</summary>
    public static string Look(this DealStage stage) => stage switch { DealStage.Delivered => "done", DealStage.Agreed => "due", DealStage.Lost => "off", _ => "draft" };

    public static string Words(this DealFor towards) => towards switch
    {
        DealFor.Conference => "the conference",
        DealFor.Dinner => "a dinner",
        DealFor.Website => "space on the website",
        DealFor.Newsletter => "space in the newsletter",
        _ => "something else",
    };
}
