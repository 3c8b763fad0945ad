using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Bulletins.Desk;

/// <summary>The bulletins of a year, the newest first, and the next one to write.</summary>
public sealed class IndexModel(Db db, NextBulletin next) : PageModel
{
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    public sealed record Row(Guid Id, int Number, string Subject, EditionState State, DateTimeOffset? ScheduledFor, DateTimeOffset? SentAt, int SentTo, string? Returned, bool Invented);

    /// <summary>By the address: both shelves have the same page.</summary>
    public EditionKind Kind => Request.Path.StartsWithSegments(EditionKind.Newsletter.Shelf()) ? EditionKind.Newsletter : EditionKind.Bulletin;

    public Next Next { get; private set; } = null!;
    public PlanYear Shown { get; private set; }
    public IReadOnlyList<PlanYear> Years { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<DateOnly> Promised { get; private set; } = [];
    public int Sent => Rows.Count(r => r.State == EditionState.Sent);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Next = await next.Find(ct, Kind);
        Years = [.. (await db.Set<Edition>().Where(e => e.Kind == Kind).Select(e => e.Year).Distinct().ToListAsync(ct)).Append(Next.Year).Distinct().OrderDescending().Select(y => new PlanYear(y))];
        Shown = Years.FirstOrDefault(y => y.First.Year == Year, new PlanYear(Next.Year));
        Promised = await next.Promised(Shown.First, ct, Kind);
        Rows = await db.Set<Edition>().AsNoTracking().Where(e => e.Kind == Kind && e.Year == Shown.First).OrderByDescending(e => e.Number).ThenByDescending(e => e.Id)
            .Select(e => new Row(e.Id, e.Number, e.Subject, e.State, e.ScheduledFor, e.SentAt, e.SentTo, e.Returned, e.Invented)).ToListAsync(ct);
    }

    /// <param name="place">Which of its year.</param>
    public DateOnly? PromisedFor(int place) => place >= 1 && place <= Promised.Count ? Promised[place - 1] : null;

    public int Before => Kind == EditionKind.Bulletin || Rows.Count == 0 ? 0 : Rows.Min(r => r.Number) - 1;
}
