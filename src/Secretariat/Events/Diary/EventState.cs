namespace Secretariat.Events.Diary;

public enum EventState { Draft, Announced, Held, Cancelled }

public static class EventStates
{
    public static string Words(this EventState state) => state switch
    {
        EventState.Draft => "draft",
        EventState.Announced => "announced",
        EventState.Held => "held",
        _ => "cancelled",
    };

    /// <summary>The look of its mark on the desk.</summary>
    public static string Look(this EventState state) => state switch
    {
        EventState.Held => "done",
        EventState.Announced => "due",
        EventState.Cancelled => "off",
        _ => "",
    };
}
