namespace Secretariat.Publishing.Items;

/// <summary>How wide something may travel, from the narrowest. Nothing goes out wider than this.</summary>
public enum Circulation { NamedPeople, Members, Public }

public static class Circulations
{
    public static string Words(this Circulation circulation, DateOnly? publicFrom = null) => circulation switch
    {
        Circulation.NamedPeople => "Named people",
        Circulation.Members => "Members only",
        _ => publicFrom is { } from ? $"Public from {Platform.Clocks.Dates.Plain(from)}" : "Public",
    };
}
