using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Themes;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;

namespace Secretariat.Publishing.Notices.Desk;

public sealed class NoticeInput
{
    public string? Subject { get; set; }
    public string? Text { get; set; }
    public string? Audience { get; set; }
    public string? Theme { get; set; }
    public ItemKind Kind { get; set; } = ItemKind.Information;
    public int Version { get; set; }

    public NoticeDraft Draft => new(Subject, Text, Audience, Kind, Theme);

    public static NoticeInput From(Notice notice) => new() { Subject = notice.Subject, Text = notice.Markdown, Audience = notice.Audience, Theme = notice.Theme, Kind = notice.Kind, Version = notice.Version };
}

/// <summary>What there is to choose from.</summary>
public sealed record NoticeChoices(IReadOnlyList<SelectListItem> Audiences, IReadOnlyList<SelectListItem> Themes, IReadOnlyList<SelectListItem> Kinds)
{
    public static async Task<NoticeChoices> Load(Db db, CancellationToken ct) => new(
        [new("Choose…", ""), .. await db.Set<Audience>().AsNoTracking().OrderBy(a => a.Name).Select(a => new SelectListItem(a.Name, a.Code)).ToListAsync(ct)],
        [new("none in particular", ""), .. await db.Set<Theme>().AsNoTracking().OrderBy(t => t.Name).Select(t => new SelectListItem(t.Name, t.Code)).ToListAsync(ct)],
        [.. Enum.GetValues<ItemKind>().Select(k => new SelectListItem($"{k.Words()}: {k.Means()}", k.ToString()))]);
}

/// <summary>What the form shows.</summary>
public sealed record NoticeFields(NoticeInput Input, NoticeChoices Choices);
