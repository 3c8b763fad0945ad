using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.Themes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Lines;

/// <param name="Shut">Why it is not said although nobody took it away; null while it is.</param>
public sealed record ShownLine(Line Of, string Theme, string Whose, string Text, string? Shut, DateOnly? Until)
{
    public bool IsOn => Shut is null;
}

/// <summary>The lines of a day. Words of the network's come from the gate each time, so they are gone when their mandate is.</summary>
public sealed class LinesNow(Db db, ReleaseStatement door) : ILinesToday
{
    public async Task<IReadOnlyList<LineToday>> On(string theme, DateOnly today, CancellationToken ct) =>
        [.. (await All(today, theme, ct)).Where(l => l.IsOn).Select(l => new LineToday(l.Whose, l.Text, l.Of.Source, l.Until, "/desk/lines"))];

    public async Task<IReadOnlyList<ShownLine>> All(DateOnly today, string? theme, CancellationToken ct)
    {
        var lines = await db.Set<Line>().AsNoTracking().Where(l => l.EndedAt == null && (theme == null || l.Theme == theme) && (l.Until == null || l.Until >= today)).OrderBy(l => l.Theme).ThenBy(l => l.Kind).ThenBy(l => l.At).ToListAsync(ct);
        if (lines.Count == 0) return [];
        var themes = await db.Set<Theme>().AsNoTracking().ToDictionaryAsync(t => t.Code, t => t.Name, ct);
        var ids = lines.Select(l => l.Member).OfType<Guid>().ToList();
        var members = await db.Set<Organisation>().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        List<ShownLine> shown = [];
        foreach (var line in lines)
        {
            var name = themes.GetValueOrDefault(line.Theme, line.Theme);
            shown.Add(line.Kind switch
            {
                LineKind.Facts => new(line, name, "published facts", line.Text, null, line.Until),
                LineKind.Member => new(line, name, $"{line.Who}, {members.GetValueOrDefault(line.Member!.Value)}", line.Text, null, line.Until),
                _ => await UnderMandate(line, name, ct),
            });
        }
        return [.. shown.OrderBy(l => l.Theme, StringComparer.Ordinal)];
    }

    private async Task<ShownLine> UnderMandate(Line line, string theme, CancellationToken ct)
    {
        var mandate = await db.Set<Mandate>().AsNoTracking().SingleAsync(m => m.Id == line.Mandate, ct);
        try
        {
            var text = await door.Look(await door.Of(mandate, ct), mandate.Id, ct);
            return new(line, theme, $"the view of {text.Whose}", SealedFile.Plain(text), null, line.Until ?? text.Until);
        }
        catch (RuleBroken no)
        {
            return new(line, theme, $"the view of {mandate.Whose}", "", no.Message, line.Until);
        }
    }
}
