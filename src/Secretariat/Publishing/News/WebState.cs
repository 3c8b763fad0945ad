namespace Secretariat.Publishing.News;

/// <summary>Where an item stands on its way to the website.</summary>
public enum WebState { Draft, Scheduled, Published, TakenOff }

public static class WebStates
{
    public static string Words(this WebState state) => state switch
    {
        WebState.Draft => "not on the website",
        WebState.Scheduled => "approved for the website",
        WebState.Published => "on the website",
        _ => "taken off the website",
    };
}
