using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

public enum CallResult { Rang, Agreed, No }

/// <summary>Somebody was rung about a media request, and what they said: two taps on a telephone.</summary>
public sealed class MediaCall : Record, IHoldsPersonalData
{
    private MediaCall() { }

    public MediaCall(Guid request, Guid member, Guid person, string name, CallResult result, string by, DateTimeOffset now) =>
        (Request, Member, Person, Name, Result, By, At) = (request, member, person, name, result, by, now);

    public Guid Request { get; private set; }
    public Guid Member { get; private set; }
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public CallResult Result { get; private set; }
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal void Forget() => (Person, Name) = (null, "somebody there");
}
