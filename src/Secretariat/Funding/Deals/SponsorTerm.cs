using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Funding.Deals;

/// <summary>People who work at a sponsor with which a deal is agreed.</summary>
public sealed class SponsorTerm : IAudienceTerm
{
    public string Code => "at-sponsor";
    public string Title => "They work at a sponsor";

    public Task<IReadOnlyList<TermChoice>> Choices(Db db, DateOnly on, CancellationToken ct) => Task.FromResult<IReadOnlyList<TermChoice>>([new(null, "with a deal that is agreed")]);

    public string Reason(string? value) => "a position at a sponsor with which a deal is agreed";

    public IQueryable<Guid> People(Db db, string? value, DateOnly on) => db.Set<Position>()
        .Where(p => p.From <= on && (p.To == null || on <= p.To) && db.Set<Deal>().Any(d => d.Organisation == p.Organisation && (d.Stage == DealStage.Agreed || d.Stage == DealStage.Delivered)))
        .Select(p => p.Person).Distinct();
}
