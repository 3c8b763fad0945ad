using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Questions;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Knowledge.Alike;

/// <summary>
/// Cases and questions like a text, while somebody types it. What all of them are known by is kept in memory, because it is asked
/// with every pause of the keyboard; a commit that changes one of them lets the next asker read them again.
/// </summary>
public sealed class FindAlike(IServiceScopeFactory scopes) : IWatchCommits
{
    public const int Shown = 5;
    private volatile IReadOnlyList<Known>? _known;
    private int _changes;

    public ValueTask Committed(IReadOnlySet<Type> changed, CancellationToken ct)
    {
        if (changed.Contains(typeof(PracticeCase)) || changed.Contains(typeof(PracticeQuestion)) || changed.Contains(typeof(PracticeAnswer)) || changed.Contains(typeof(Organisation)))
        {
            Interlocked.Increment(ref _changes);
            _known = null;
        }

        return ValueTask.CompletedTask;
    }

    /// <param name="but">What is being written itself.</param>
    public async Task<IReadOnlyList<Likeness>> To(string text, IReadOnlyCollection<string> themes, Guid? but, CancellationToken ct)
    {
        var words = TellingWords.Of(text);
        return words.Count == 0 ? [] : Ranking.Of(_known ?? await ReadAndKeep(ct), words, themes, Shown, but);
    }

    // What changed while it was read is read again by the next asker.
    private async Task<IReadOnlyList<Known>> ReadAndKeep(CancellationToken ct)
    {
        var before = Volatile.Read(ref _changes);
        var known = await Read(ct);
        if (before == Volatile.Read(ref _changes)) _known = known;
        return known;
    }

    private async Task<IReadOnlyList<Known>> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, shared) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<SharedCases>());
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        var cases = (await shared.Shown(members: true).Select(r => new { r.Of.Id, r.Words.Title, r.Words.Kept, r.Words.Themes, r.Words.Members }).ToListAsync(ct))
            .Select(c => new Known(AlikeKind.Case, c.Id, c.Title, string.Join(", ", c.Members.Select(m => names.GetValueOrDefault(m)).OfType<string>()), c.Themes.ToHashSet(), TellingWords.Of(c.Title), TellingWords.Of(c.Kept)));
        var answers = (await db.Set<PracticeAnswer>().AsNoTracking().Where(a => a.TakenOutAt == null).Select(a => new { a.Question, a.Words }).ToListAsync(ct)).ToLookup(a => a.Question, a => a.Words);
        var questions = (await db.Set<PracticeQuestion>().AsNoTracking().Where(q => q.State != QuestionState.TakenOut).Select(q => new { q.Id, q.Subject, q.Words, q.Theme, q.Member }).ToListAsync(ct))
            .Select(q => new Known(AlikeKind.Question, q.Id, q.Subject, $"{(answers[q.Id].Any() ? "answered" : "not answered yet")}, asked by {names.GetValueOrDefault(q.Member, "a member")}", new HashSet<string> { q.Theme },
                TellingWords.Of(q.Subject), TellingWords.Of(string.Join(' ', answers[q.Id].Prepend(q.Words).Prepend(q.Subject)))));
        return [.. cases, .. questions];
    }
}
