using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Secretariat.Events.Diary;

/// <summary>Events as calendar programs read them (RFC 5545): local time with its zone, so that they stay right when the clocks change.</summary>
public sealed class Ics(string site, Uri url)
{
    public const string Request = "REQUEST", Cancel = "CANCEL", Publish = "PUBLISH";

    /// <summary>Where an invitation names the one who gets it; filled when the letter is sent.</summary>
    public const string Attendee = "attendee";

    public string UidOf(Event at) => $"{at.Id:N}@{url.Host}";

    public string Feed(string name, IEnumerable<Event> events, DateTimeOffset now)
    {
        var calendar = Empty(Publish, events, out var list);
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var at in list) calendar.Events.Add(Of(at, now));
        return Written(calendar);
    }

    /// <summary>For a letter: with a hole where the one who is asked stands.</summary>
    public string Letter(Event at, string method, string organiser, DateTimeOffset now)
    {
        var calendar = Empty(method, [at], out _);
        var one = Of(at, now);
        one.Organizer = new Organizer($"mailto:{organiser}") { CommonName = site };
        if (method == Cancel) one.Status = EventStatus.Cancelled;
        calendar.Events.Add(one);
        return Written(calendar).Replace("END:VEVENT", $"{{{{{Attendee}}}}}END:VEVENT", StringComparison.Ordinal);
    }

    /// <summary>The property that names somebody, ended by a line break and folded at 75 bytes.</summary>
    public static string AttendeeLine(string name, string address)
    {
        var safe = string.Concat(name.Where(c => !char.IsControl(c) && c != '"'));
        return Folded($"ATTENDEE;CN=\"{safe}\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{address}");
    }

    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > 73)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }
            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }

    private static Calendar Empty(string method, IEnumerable<Event> events, out List<Event> list)
    {
        list = [.. events];
        var calendar = new Calendar { Method = method, ProductId = "-//Secretariat//Events//EN" };
        foreach (var zone in list.GroupBy(e => e.Zone))
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, zone.Min(e => e.Day).AddYears(-1).ToDateTime(TimeOnly.MinValue), false));
        return calendar;
    }

    private CalendarEvent Of(Event at, DateTimeOffset now) => new()
    {
        Uid = UidOf(at),
        Sequence = at.Sequence,
        Summary = at.Title,
        Location = at.Place.Length > 0 ? at.Place : null,
        Description = at.About.Length > 0 ? at.About : null,
        Start = new CalDateTime(at.Day.ToDateTime(at.Starts), at.Zone),
        End = new CalDateTime(at.When.LastDay.ToDateTime(at.Ends), at.Zone),
        DtStamp = new CalDateTime(now.UtcDateTime),
        Status = at.State == EventState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Url = at.IsPublic ? new Uri(url, $"/events/{at.Slug}") : null,
    };

    private static string Written(Calendar calendar) => new CalendarSerializer().SerializeToString(calendar) ?? "";
}
