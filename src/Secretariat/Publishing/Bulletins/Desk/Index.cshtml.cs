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

    public Next Next { get; private set; } = null!;
    public PlanYear Shown { get; private set; }
    public IReadOnlyList<PlanYear> Years { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<DateOnly> Promised { get; private set; } = [];
    public int Sent => Rows.Count(r => r.State == EditionState.Sent);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Next = await next.Find(ct);
        Years = [.. (await db.Set<Edition>().Select(e => e.Year).Distinct().ToListAsync(ct)).Append(Next.Year).Distinct().OrderDescending().Select(y => new PlanYear(y))];
        Shown = Years.FirstOrDefault(y => y.First.Year == Year, new PlanYear(Next.Year));
        Promised = await next.Promised(Shown.First, ct);
        Rows = await db.Set<Edition>().AsNoTracking().Where(e => e.Year == Shown.First).OrderByDescending(e => e.Number).ThenByDescending(e => e.Id)
            .Select(e => new Row(e.Id, e.Number, e.Subject, e.State, e.ScheduledFor, e.SentAt, e.SentTo, e.Returned, e.Invented)).ToListAsync(ct);
    }

    public DateOnly? PromisedFor(int number) => number <= Promised.Count ? Promised[number - 1] : null;
}
