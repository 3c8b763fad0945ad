using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Events.Diary.Desk;

/// <summary>A page on which an event is typed.</summary>
public abstract class EventFormPage : PageModel
{
    [BindProperty] public EventInput Input { get; set; } = new();

    /// <summary>People know of it already, so that widening it is somebody's to permit.</summary>
    public virtual bool AsksPermission => false;

    public EventForm Form { get; protected set; } = null!;
}
