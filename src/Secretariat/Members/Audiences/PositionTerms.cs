using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;

namespace Secretariat.Members.Audiences;

/// <summary>People with a current position in a member; the value may name kinds of position: "chair,pa".</summary>
public sealed class PositionInMember : IAudienceTerm
{
    // Who left longer ago is no news, and the ledger need not carry it with every bulletin.
    private const int DaysRemembered = 365;

    public string Code => "position-in-member";
    public string Title => "A position in a member";
    public bool OfTheNetwork => true;

    public Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<TermChoice>>(
        [new(null, "anybody with a position in a member"), .. new[] { PositionKind.Chair, PositionKind.ChiefExecutive, PositionKind.Deputy, PositionKind.BoardMember, PositionKind.Officer, PositionKind.Press, PositionKind.Pa }
            .Select(k => new TermChoice(k.Code(), $"{k.Words()} of a member"))]);

    public string Reason(string? value) => value is null ? "a current position in a member" : $"a current position in a member as {string.Join(" or ", Kinds(value)!.Select(k => k.Words()))}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) =>
        InMembers(db, value).Where(p => p.From <= on && (p.To == null || on <= p.To)).Select(p => p.Person).Distinct();

    public IQueryable<Absentee> Absent(Db db, string? value, DateOnly on)
    {
        var since = on.AddDays(-DaysRemembered);
        return InMembers(db, value).Where(p => (p.To != null && p.To < on && p.To >= since) || p.From > on)
            .Select(p => new Absentee { Person = p.Person, Last = p.From > on ? null : p.To, First = p.From });
    }

    private static IQueryable<Position> InMembers(Db db, string? value)
    {
        var positions = db.Set<Position>().Where(p => db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == OrganisationKind.Member));
        return Kinds(value) is { } kinds ? positions.Where(p => kinds.Contains(p.Kind)) : positions;
    }

    private static List<PositionKind>? Kinds(string? value) => value?.Split(',', StringSplitOptions.TrimEntries)
        .Select(k => PackText.Parse<PositionKind>(k) ?? throw new RuleBroken($"No position is called “{k}”.", "Lines")).ToList();
}

/// <summary>People whose current position carries a theme.</summary>
public sealed class ThemeTerm : IAudienceTerm
{
    public string Code => "theme";
    public string Title => "A theme of their work";

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        await db.Set<Theme>().OrderBy(t => t.Name).Select(t => new TermChoice(t.Code, t.Name)).ToListAsync(ct);

    public string Reason(string? value) => $"a current position with the theme {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && p.Themes.Contains(value!)).Select(p => p.Person).Distinct();
}

/// <summary>People with a current position in one organisation, by its code.</summary>
public sealed class OrganisationTerm : IAudienceTerm
{
    public string Code => "organisation";
    public string Title => "One organisation";

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        await db.Set<Organisation>().OrderBy(o => o.SortName).Select(o => new TermChoice(o.Code, o.Name)).ToListAsync(ct);

    public string Reason(string? value) => $"a current position in {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Code == value))
        .Select(p => p.Person).Distinct();
}

/// <summary>People with a current position in a member of one grouping, by its code.</summary>
public sealed class GroupingTerm : IAudienceTerm
{
    public string Code => "grouping";
    public string Title => "A grouping of members";
    public bool OfTheNetwork => true;

    public async Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        await db.Set<Grouping>().OrderBy(g => g.Name).Select(g => new TermChoice(g.Code, g.Name)).ToListAsync(ct);

    public string Reason(string? value) => $"a current position in a member of the grouping {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<GroupingMember>().Any(m => m.Organisation == p.Organisation
            && m.From <= on && (m.To == null || on <= m.To) && db.Set<Grouping>().Any(g => g.Id == m.Grouping && g.Code == value)))
        .Select(p => p.Person).Distinct();
}

/// <summary>Those who hold a seat on the Management Board.</summary>
public sealed class BoardTerm : IAudienceTerm
{
    public string Code => "board";
    public string Title => "The Management Board";
    public bool OfTheNetwork => true;

    public Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<TermChoice>>([new(null, "everybody with a seat on the Board")]);

    public string Reason(string? value) => "a seat on the Management Board";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) =>
        db.Set<Seat>().Where(s => s.From <= on && (s.To == null || on <= s.To)).Select(s => s.Person).Distinct();
}

/// <summary>People with a current position in an organisation of one kind: government, sponsors, the press.</summary>
public sealed class KindTerm : IAudienceTerm
{
    public string Code => "organisation-kind";
    public string Title => "A kind of organisation";

    public Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TermChoice>>([.. Enum.GetValues<OrganisationKind>().Select(k => new TermChoice(k.Code(), k.Words()))]);

    public string Reason(string? value) => $"a current position in: {Kind(value).Words()}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on)
    {
        var kind = Kind(value);
        return db.Set<Position>().Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Kind == kind)).Select(p => p.Person).Distinct();
    }

    private static OrganisationKind Kind(string? value) => PackText.Parse<OrganisationKind>(value ?? "") ?? throw new RuleBroken($"No kind of organisation is called “{value}”.", "Lines");
}
