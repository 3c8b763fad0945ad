using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Media;

/// <summary>The themes on which somebody speaks to the media: switched on by themselves, or recorded by staff who asked them.</summary>
public sealed class SpeaksOn : Record, IHoldsPersonalData
{
    private SpeaksOn() { }

    public SpeaksOn(Guid person) => Person = person;

    public Guid Person { get; private set; }
    public List<string> Themes { get; private set; } = [];

    /// <summary>Null when they said so themselves.</summary>
    public string? RecordedBy { get; private set; }

    public void Say(IEnumerable<string> themes, string? recordedBy) => (Themes, RecordedBy) = ([.. themes.Distinct().Order(StringComparer.Ordinal)], recordedBy);
}
