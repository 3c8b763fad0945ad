using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Notices;

namespace Secretariat.Reporting.Operational;

/// <summary>
/// Shares an issued report with all members: its page opens to them, and a notice tells them of it, through the ledger as every
/// notice. The notice is written first, so that whoever is cut off between the two presses again and nobody is told twice.
/// </summary>
public sealed class ShareReport(Db db, SendNotice send, Settings settings, Sites sites)
{
    /// <returns>How many were told.</returns>
    public async Task<int> Run(Guid id, string? audience, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var to = string.IsNullOrEmpty(audience) ? Audience.AllMembers : audience;
        if (await db.Set<Audience>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == to, ct) is not { } chosen) throw new RuleBroken("Choose an audience from the list.", "Audience");
        if (!send.OfTheNetwork(chosen)) throw new RuleBroken("A report goes to people of members only. Choose an audience of theirs.", "Audience");
        var written = await db.Write(async () =>
        {
            await db.Set<OperationalReport>().Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Number, r => r.Number), ct);
            var report = await db.Set<OperationalReport>().SingleAsync(r => r.Id == id, ct);
            await db.Entry(report).ReloadAsync(ct);
            if (report.Notice is { } there) return await db.Set<Notice>().AsNoTracking().SingleAsync(n => n.Id == there, ct);
            var notice = new Notice(new NoticeDraft($"{report.Title}: {report.Period}", Letter(report), to, ItemKind.Information), by, now) { Invented = report.Invented };
            report.TellBy(notice.Id);
            db.Add(notice);
            await db.Save(by, "Share report", ct);
            return notice;
        }, ct);
        if (!written.IsSent)
        {
            var (at, _) = await send.Readers(written, now.DateIn(sites.Current.Zone), ct);
            await send.Run(written.Id, written.HashFor(at.Conditions), by, now, ct);
        }
        await db.Write(async () =>
        {
            var report = await db.Set<OperationalReport>().SingleAsync(r => r.Id == id, ct);
            report.Share(now);
            await db.Save(by, "Share report", ct);
        }, ct);
        return await db.Set<Notice>().Where(n => n.Id == written.Id).Select(n => n.SentTo).SingleAsync(ct);
    }

    // The words stand behind the sign-in: the letter says that they are there.
    private string Letter(OperationalReport report) =>
        $"""
        The {(report.Corrects is null ? "operational report" : "corrected operational report")} for {report.Period} is there: what was delivered, what is late and what is ahead, each number with its evidence. The Board has it already.

        {Way(new Uri(settings.Url, WriteReport.PageOf(report.Id)))}
        {(report.CorrectsWhy is { } why ? $"\nIt corrects the issue before it: {why}" : "")}
        """;

    // A letter takes links to safe addresses only; a site on a machine of one's own has none, and its address stands as text.
    private static string Way(Uri page) => page.Scheme == Uri.UriSchemeHttps ? $"[Read the report]({page.AbsoluteUri})" : $"Read the report at {page.AbsoluteUri}";
}
