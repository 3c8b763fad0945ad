namespace Secretariat.Publishing.Bulletins;

/// <summary>Where a bulletin stands on its way out.</summary>
public enum EditionState { Draft, Approved, Scheduled, Freezing, Sending, Sent, Cancelled }

public static class EditionStates
{
    public static string Words(this EditionState state) => state switch
    {
        EditionState.Draft => "draft",
        EditionState.Approved => "approved",
        EditionState.Scheduled => "scheduled",
        EditionState.Freezing => "naming who gets it",
        EditionState.Sending => "sending",
        EditionState.Sent => "sent",
        _ => "cancelled",
    };

    /// <summary>Nothing has left yet, so its words may still change.</summary>
    public static bool MayChange(this EditionState state) => state is EditionState.Draft or EditionState.Approved or EditionState.Scheduled;
}
