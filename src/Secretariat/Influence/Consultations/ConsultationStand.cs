using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Where a consultation stands: what is decided, asked, agreed and released, read from the rounds and mandates themselves.</summary>
/// <param name="Releases">What left under the mandate, handed in where it goes by hand.</param>
public sealed record ConsultationStand(Consultation Of, RoundGlance? Views, RoundGlance? Round, Mandate? Mandate, string? Shut, IReadOnlyList<Release> Releases, int Submissions)
{
    /// <summary>The first that really left; null while none did.</summary>
    public Release? Released => Releases.FirstOrDefault(Left);

    /// <summary>A report counts only when every member agreed to it.</summary>
    public bool Counts => Released is not null && (Of.Kind == ConsultationKind.Consultation || Mandate!.OfAll);

    /// <summary>A bulletin tells members what they agreed to; whoever asked has nothing of it.</summary>
    public static bool Left(Release release) => release.CameToNothing is null && !release.AwaitsReceipt && release.Channel != ReleaseChannel.Bulletin;

    public bool IsDone(DateOnly today) => Released is not null || Of.Course == Course.Leave || (Of.Course is not null && IsOver(today));

    // A report has a day by which it is wanted, and goes on after it; what was agreed or taken out may still arrive.
    private bool IsOver(DateOnly today) => Of.Kind == ConsultationKind.Consultation && !Of.IsOpenOn(today) && Mandate is null;

    /// <summary>What the desk does next; null when nothing.</summary>
    public (string Verb, string What)? Next(DateOnly today) => this switch
    {
        _ when IsDone(today) => null,
        { Of.Course: null } => ("Decide", "together, each for itself, or not at all"),
        { Of.Course: Course.Themselves } => null,
        { Round: null or { State: RoundState.Cancelled }, Of.Text: not null } => ("Put to members", "the draft is written"),
        { Round: null or { State: RoundState.Cancelled }, Views: { State: RoundState.Draft } } => ("Open", "the round that asks for views is a draft"),
        { Round: null or { State: RoundState.Cancelled }, Views.IsOpen: true } => null,
        { Round: null or { State: RoundState.Cancelled }, Views: null } => ("Gather views", "or write the draft"),
        { Round: null or { State: RoundState.Cancelled } } => ("Draft", "the views are in"),
        { Round.State: RoundState.Draft } => ("Open", "the round about its text is a draft"),
        { Round.IsOpen: true } => null,
        { Mandate: null } => ("Decide anew", "members did not agree to the text"),
        { Shut: not null, Mandate.Doubt: null } => ("Decide anew", "its mandate is over, and lets nothing out"),
        { Shut: not null } => ("Look at", "its mandate lets nothing out"),
        _ when Releases.Any(r => r.AwaitsReceipt) => ("File", "the receipt of what was taken out by hand"),
        _ => ("Release", "members agreed to the text"),
    };

    /// <summary>In a few words, for a list.</summary>
    public string Words(DateOnly today) => this switch
    {
        { Released: { } release } => $"released {(release.HandedInOn ?? default) switch { var day when day != default => $"on {day.Plain()} ", _ => "" }}as the view of {Mandate!.Whose}",
        { Of.Course: null } => Of.IsOpenOn(today) ? "not decided yet" : "over, and nothing was decided",
        { Of.Course: not Course.Collective, Round: { State: RoundState.Closed }, Mandate: null } => $"members did not agree to the text; {Of.Course!.Value.Words()}",
        { Of.Course: not Course.Collective } => Of.Course!.Value.Words(),
        _ when IsOver(today) => "over without an answer of the network",
        { Round: { State: RoundState.Closed }, Mandate: null } => "members did not agree to the text",
        { Mandate: not null } => $"agreed by {Mandate.Whose}",
        { Round.IsOpen: true } => $"with members: {Round.Answered} of {Round.Asked} answered",
        { Views.IsOpen: true } => $"views are gathered: {Views.Answered} of {Views.Asked} so far",
        _ => "answered together: being drafted",
    };

    public static async Task<IReadOnlyList<ConsultationStand>> Read(Db db, IReadOnlyList<Consultation> these, DateOnly today, CancellationToken ct)
    {
        var ids = these.Select(c => c.Id).ToList();
        var rounds = these.SelectMany(c => new[] { c.Views, c.Round }).OfType<Guid>().ToList();
        var facts = await RoundGlance.Of(db, rounds, ct);
        var mandates = await db.Set<Mandate>().AsNoTracking().Where(m => rounds.Contains(m.Round)).ToDictionaryAsync(m => m.Round, ct);
        var given = mandates.Values.Select(m => m.Id).ToList();
        var releases = (await db.Set<Release>().AsNoTracking().Where(r => given.Contains(r.Mandate)).ToListAsync(ct)).OrderBy(r => r.At).ToLookup(r => r.Mandate);
        var sent = await db.Set<Submission>().Where(s => ids.Contains(s.Consultation) && s.TakenOutAt == null).GroupBy(s => s.Consultation).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. these.Select(c =>
        {
            var mandate = c.Round is { } round ? mandates.GetValueOrDefault(round) : null;
            return new ConsultationStand(c, c.Views is { } views ? facts.GetValueOrDefault(views) : null, c.Round is { } put ? facts.GetValueOrDefault(put) : null, mandate, mandate?.ShutOn(today), mandate is null ? [] : [.. releases[mandate.Id]], sent.GetValueOrDefault(c.Id));
        })];
    }
}
