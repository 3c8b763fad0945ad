using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Access;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Social.Desk;

/// <summary>A page on which a post is written: for an item and a channel, or one that is planned already.</summary>
[Authorize(Rights.CanApproveEditions)]
public abstract class PostForm : PageModel
{
    [BindProperty] public PostInput Input { get; set; } = new();

    public sealed class PostInput
    {
        public string? Title { get; set; }
        public string? Text { get; set; }
        public string? Picture { get; set; }
        public string? Alt { get; set; }
        [DataType(DataType.Date)] public DateOnly? Day { get; set; }
        public ItemKind? Kind { get; set; }

        public PostDraft Draft => new(Text, Title, Picture, Alt, Day);

        public static PostInput Of(PostDraft draft) => new() { Title = draft.Title, Text = draft.Text, Picture = draft.Picture, Alt = draft.Alt, Day = draft.Day };
    }

    public Item Item { get; protected set; } = null!;
    public SocialChannel Channel { get; protected set; }
    public ChannelFacts Facts => Channel.Facts();
    public int Length => PostLength.Of(Channel, Input.Text ?? "");

    /// <summary>Shows how long it is, and keeps nothing.</summary>
    protected PageResult Looked()
    {
        ModelState.Clear();
        return Page();
    }

    public static IEnumerable<SelectListItem> ChannelChoices => Channels.All.Select(c => new SelectListItem(c.Name, c.Channel.ToString()));
}
