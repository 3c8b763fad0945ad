using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Kinds;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Events.Diary.Desk;

/// <summary>An event as it is typed.</summary>
public sealed class EventInput
{
    public string? Kind { get; set; }
    [Required(ErrorMessage = "Give it a title."), StringLength(Event.MaxTitle)] public string? Title { get; set; }
    [StringLength(Event.MaxPlace)] public string? Place { get; set; }
    [Required(ErrorMessage = "Choose the day.")] public DateOnly? Day { get; set; }
    [Required(ErrorMessage = "Say when it begins.")] public TimeOnly? Starts { get; set; }
    [Required(ErrorMessage = "Say when it ends.")] public TimeOnly? Ends { get; set; }
    [StringLength(Event.MaxAbout)] public string? About { get; set; }
    public Circulation Circulation { get; set; } = Circulation.Members;
    [Range(1, 100_000, ErrorMessage = "Say how many places there are, or leave it empty when there is room for all.")] public int? Capacity { get; set; }
    public List<string> Themes { get; set; } = [];
    [StringLength(Event.MaxShort)] public string? Topic { get; set; }
    [StringLength(Event.MaxShort)] public string? Partner { get; set; }
    [StringLength(Event.MaxShort)] public string? DirectedBy { get; set; }
    public string? Cost { get; set; }
    [StringLength(Event.MaxShort)] public string? PermittedBy { get; set; }

    /// <summary>As it was when the form was opened.</summary>
    public int Version { get; set; }
    [StringLength(Event.MaxShort)] public string? CoveredBy { get; set; }

    public static EventInput Of(Event at) => new()
    {
        Title = at.Title,
        Place = at.Place,
        Day = at.Day,
        Starts = at.Starts,
        Ends = at.Ends,
        About = at.About,
        Circulation = at.Circulation,
        Capacity = at.Capacity,
        Themes = at.Themes,
        Topic = at.Topic,
        Partner = at.Partner,
        DirectedBy = at.DirectedBy,
        CoveredBy = at.CoveredBy,
        Version = at.Version,
        Cost = at.CostPence is { } pence ? (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture) : null,
    };

    public EventDraft Draft(string zone) => new(Title, Place, new(Day!.Value, Starts!.Value, Ends!.Value, zone))
    {
        About = About,
        Circulation = Circulation,
        Capacity = Capacity,
        Themes = Themes,
        Topic = Topic,
        Partner = Partner,
        DirectedBy = DirectedBy,
        CoveredBy = CoveredBy,
        PermittedBy = PermittedBy,
        CostPence = Pence(),
    };

    private long? Pence()
    {
        if (string.IsNullOrWhiteSpace(Cost)) return null;
        return decimal.TryParse(Cost.Trim().TrimStart('£').Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds < 10_000_000 && pounds * 100 == Math.Floor(pounds * 100)
            ? (long)(pounds * 100) : throw new RuleBroken("Write the cost in pounds and pence, such as 1,240.50.", "Cost");
    }
}

/// <summary>What stands beside the fields of an event.</summary>
/// <param name="Kind">Null while it can still be chosen.</param>
public sealed record EventForm(EventInput Input, EventKind? Kind, IReadOnlyList<EventKind> Kinds, IReadOnlyList<Theme> Themes)
{
    public IEnumerable<SelectListItem> KindChoices => Kinds.Select(k => new SelectListItem(k.Name, k.Code));
    public static IEnumerable<SelectListItem> Circulations => Enum.GetValues<Circulation>().Select(c => new SelectListItem(c.Words(), c.ToString()));

    public static async Task<EventForm> Of(Db db, EventInput input, Guid? kind, CancellationToken ct)
    {
        var kinds = await db.Set<EventKind>().AsNoTracking().OrderBy(k => k.Name).ToListAsync(ct);
        return new(input, kinds.FirstOrDefault(k => k.Id == kind), kinds, await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).ToListAsync(ct));
    }
}
