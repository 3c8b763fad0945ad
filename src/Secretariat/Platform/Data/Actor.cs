namespace Secretariat.Platform.Data;

/// <summary>Who does a thing. <paramref name="Person"/> is null when the program does it by itself.</summary>
public sealed record Actor(Guid? Person, string Name)
{
    public static readonly Actor Schedule = new(null, "the schedule");
    public static readonly Actor Pack = new(null, "the data pack");
    public static readonly Actor Console = new(null, "the command line");
    public static readonly Actor Recipient = new(null, "the recipient, by signed link");
}
