using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
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

    public string Reason(string? value) => $"a current position with the theme {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && p.Themes.Contains(value!)).Select(p => p.Person).Distinct();
}

/// <summary>People with a current position in one organisation, by its code.</summary>
public sealed class OrganisationTerm : IAudienceTerm
{
    public string Code => "organisation";

    public string Reason(string? value) => $"a current position in {value}";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<Organisation>().Any(o => o.Id == p.Organisation && o.Code == value))
        .Select(p => p.Person).Distinct();
}

/// <summary>People with a current position in a member of one grouping, by its code.</summary>
public sealed class GroupingTerm : IAudienceTerm
{
    public string Code => "grouping";

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

    public string Reason(string? value) => "a seat on the Management Board";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) =>
        db.Set<Seat>().Where(s => s.From <= on && (s.To == null || on <= s.To)).Select(s => s.Person).Distinct();
}
