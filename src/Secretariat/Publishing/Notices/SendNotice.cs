using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Publishing.Notices;

/// <summary>Sends a notice to whoever is in its audience at that moment: once, however often it is pressed.</summary>
public sealed class SendNotice(Db db, ReadAudience audiences, IEnumerable<IAudienceTerm> terms, NoticeGate gate, FreezeBatch freeze, Sites sites)
{
    /// <summary>The list that people may leave.</summary>
    public const string List = "notices";

    public async Task Run(Guid id, string? read, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        await gate.Require(await db.Set<Notice>().AsNoTracking().SingleAsync(n => n.Id == id, ct), by, ct);
        await db.Write(async () =>
        {
            // Locked: of two presses the second finds it sent.
            await db.Set<Notice>().Where(n => n.Id == id).ExecuteUpdateAsync(s => s.SetProperty(n => n.Subject, n => n.Subject), ct);
            db.ChangeTracker.Clear();
            var notice = await db.Set<Notice>().SingleAsync(n => n.Id == id, ct);
            if (notice.IsSent && notice.SentHash == read) return;
            var (audience, chosen) = await Readers(notice, now.DateIn(sites.Current.Zone), ct);
            var batch = notice.Send(read, new(audience.Name, audience.Conditions, OfTheNetwork(audience), chosen.Count(c => c.Gets)), by, now);
            var plan = new BatchPlan(batch, NoticeLetters.ClassName, $"Notice: {notice.Subject}", Priority.Outward, now)
            {
                About = notice.Id,
                ContentHash = notice.SentHash!,
                // What goes to outsiders is as public as a newsletter, and waits as long.
                Reach = [.. notice.OfTheNetwork ? Array.Empty<string>() : [Hold.Public], .. notice.Theme is { } theme ? [$"theme:{theme}"] : Array.Empty<string>()],
            };
            await db.Save(by, "Send notice", ct);
            await freeze.Run(plan, chosen.Select(c => new Recipient(c.Person, c.Address, new Dictionary<string, string> { [NoticeLetter.Name] = c.Name, [NoticeLetter.Why] = c.Reason }, c.LeftOut)), by, ct);
        }, ct);
    }

    /// <summary>Who would get it on a day, and who of its audience would not.</summary>
    public async Task<(Audience Audience, IReadOnlyList<Chosen> Chosen)> Readers(Notice notice, DateOnly day, CancellationToken ct)
    {
        var audience = await db.Set<Audience>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == notice.Audience, ct) ?? throw new RuleBroken("Its audience is no longer there. Choose another.", "Audience");
        var chosen = await audiences.On(audience, day, OfTheNetwork(audience) ? "" : List, ct);
        // Who left earlier or is not there yet is no matter of a letter that goes once.
        var people = new ChosenPeople(chosen);
        return (audience, await Reachable([.. people.Get, .. people.LeftOut], OfTheNetwork(audience), ct));
    }

    /// <summary>Everybody in it is there by a position in a member or a seat on the Board, and so is written to without having put themselves on a list.</summary>
    public bool OfTheNetwork(Audience audience)
    {
        bool Of(AudienceLine line) => terms.Any(t => t.Code == line.Term && t.OfTheNetwork);
        return audience.Lines.Where(l => l.Kind == LineKind.AnyOf).All(Of) || audience.Lines.Any(l => l.Kind == LineKind.Also && Of(l));
    }

    private async Task<IReadOnlyList<Chosen>> Reachable(IReadOnlyList<Chosen> chosen, bool ofTheNetwork, CancellationToken ct)
    {
        var keys = chosen.Where(c => c.Gets).ToDictionary(c => c.Person, c => Platform.Mailing.EmailAddress.TryParse(c.Address)?.Key);
        var stopped = await Suppressions.Among(db, [.. keys.Values.OfType<string>().Distinct()], ofTheNetwork ? NoticeLetters.ClassName : List, Priority.Outward, ct);
        return [.. chosen.Select(c => !c.Gets ? c : keys[c.Person] is not { } key ? c with { LeftOut = Sentences.NotAnAddress(c.Address) } : stopped.TryGetValue(key, out var why) ? c with { LeftOut = why } : c)];
    }
}
