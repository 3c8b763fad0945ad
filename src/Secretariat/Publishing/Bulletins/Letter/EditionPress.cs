using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Bulletins.Letter;

/// <summary>Turns an edition's content into its letter. Preview, test letter and the real run all come from here.</summary>
public sealed class EditionPress(Db db, Sites sites, TimeProvider clock, IServiceProvider services, ILoggerFactory logs)
{
    public async Task<PressedLetter> Press(Edition edition, PassedContent content, CancellationToken ct)
    {
        var model = await Model(edition, content, ct);
        // A fresh renderer each time: one that is used again keeps every component it ever rendered.
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<EditionLetter>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(EditionLetter.Model)] = model }))).ToHtmlString());
        return new PressedLetter(content.Subject, html, EditionText.Of(model));
    }

    private async Task<LetterModel> Model(Edition edition, PassedContent content, CancellationToken ct)
    {
        var site = sites.Current;
        var named = content.Items.SelectMany(i => i.About).ToHashSet();
        var members = await db.Set<Organisation>().AsNoTracking().AsTiles().ToListAsync(ct);
        // The same picture as on the desk; a pack without a grid gets the same plain one.
        var map = new TileMap("", [.. members.Select(m => m.At("", named.Contains(m.ShortName) ? TileLook.Filled : TileLook.Plain))]);
        var tiles = map.InReadingOrder.Select(t => new LetterTile(t.Label, t.Name, t.Column!.Value, t.Row!.Value, t.Look == TileLook.Filled));
        return new LetterModel(content, edition.Name, (edition.SentAt ?? edition.ScheduledFor ?? clock.GetUtcNow()).DateIn(site.Zone),
            new Masthead(site.Name, site.Accent, site.ContactAddress, site.ContactEmail, site.MemberOne, site.MemberMany), [.. tiles])
        { Word = edition.Word };
    }
}

/// <summary>A letter with its holes still open.</summary>
public sealed record PressedLetter(string Subject, string Html, string Text)
{
    /// <summary>Filled for one reader, for previews and test letters; the ledger fills the real ones by itself.</summary>
    public PressedLetter For(string name, string why, string leave) => new(
        Subject,
        Fill(Html, System.Net.WebUtility.HtmlEncode(name), System.Net.WebUtility.HtmlEncode(why), System.Net.WebUtility.HtmlEncode(leave)),
        Fill(Text, name, why, leave));

    private static string Fill(string part, string name, string why, string leave) =>
        System.Text.RegularExpressions.Regex.Replace(part, @"\{\{(name|why|leave)\}\}", hole => hole.Groups[1].Value switch { "name" => name, "why" => why, _ => leave });
}
