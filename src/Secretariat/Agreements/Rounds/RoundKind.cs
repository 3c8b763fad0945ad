namespace Secretariat.Agreements.Rounds;

/// <summary>What a round asks for.</summary>
public enum RoundKind { Comment, Views, AgreeText, Confirm, Choose }

/// <summary>In whose name a round's letters go out. The Board's go out in the Board's.</summary>
public enum RoundSender { Secretariat, Board }

public enum RoundState { Draft, Open, Closed, Cancelled }

/// <summary>What a member may answer. Agreeing with changes is not agreement to this text.</summary>
public enum Answer { Agree, AgreeWithChanges, Object, Abstain, DealingOurselves, Confirm, Decline, Comment, Choose, Withdrawn }

/// <summary>By which way an answer came.</summary>
public enum AnswerWay { Link, Portal, LoggedByStaff, LoggedByChair }

public static class RoundWords
{
    public static string Words(this RoundKind kind) => kind switch
    {
        RoundKind.Comment => "comment",
        RoundKind.Views => "views",
        RoundKind.AgreeText => "agree a text",
        RoundKind.Confirm => "confirm a commitment",
        _ => "choose",
    };

    public static string Words(this RoundState state) => state switch
    {
        RoundState.Draft => "a draft",
        RoundState.Open => "open",
        RoundState.Closed => "closed",
        _ => "cancelled",
    };

    public static string Words(this RoundSender sender) => sender == RoundSender.Board ? "the Management Board" : "the secretariat";

    /// <summary>As on a button: "Agree, with changes".</summary>
    public static string Words(this Answer answer) => answer switch
    {
        Answer.Agree => "Agree",
        Answer.AgreeWithChanges => "Agree, with changes",
        Answer.Object => "Object",
        Answer.Abstain => "Abstain",
        Answer.DealingOurselves => "We are dealing with them ourselves",
        Answer.Confirm => "Confirm",
        Answer.Decline => "Decline",
        Answer.Comment => "Comment",
        Answer.Choose => "Choose",
        _ => "Withdraw our answer",
    };

    public static string Words(this AnswerWay way) => way switch
    {
        AnswerWay.Link => "by the link",
        AnswerWay.Portal => "signed in",
        AnswerWay.LoggedByStaff => "logged by staff",
        _ => "logged by the grouping’s Chair",
    };

    /// <summary>What may be answered in a round of this kind. Withdrawing is possible in each.</summary>
    public static IReadOnlyList<Answer> Answers(this RoundKind kind) => kind switch
    {
        RoundKind.AgreeText => [Answer.Agree, Answer.AgreeWithChanges, Answer.Object, Answer.Abstain, Answer.DealingOurselves],
        RoundKind.Confirm => [Answer.Confirm, Answer.Decline, Answer.DealingOurselves],
        RoundKind.Choose => [Answer.Choose, Answer.Abstain, Answer.DealingOurselves],
        _ => [Answer.Comment, Answer.Abstain, Answer.DealingOurselves],
    };
}
