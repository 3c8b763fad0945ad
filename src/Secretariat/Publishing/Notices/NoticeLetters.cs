using Microsoft.EntityFrameworkCore;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices;

/// <summary>Writes a notice's letters for the ledger: once, from the very words that were sent.</summary>
public sealed class NoticeLetters(Sites sites, Settings settings, NoticeTokens tokens) : ILetterComposer
{
    public const string ClassName = "notice-to-audience";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var notice = await db.Set<Notice>().AsNoTracking().SingleAsync(n => n.Id == batch.About, ct);
        if (!notice.IsAsSent) throw new InvalidOperationException("The stored words of a notice are not those that were sent.");
        return NoticeLetter.Of(notice, sites.Current, leave: !notice.OfTheNetwork);
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[NoticeLetter.Leave] = new Uri(settings.Url, Link.LeaveNoticesModel.Path + tokens.For(letter.Person, letter.Address)).AbsoluteUri;
        return ValueTask.CompletedTask;
    }
}
