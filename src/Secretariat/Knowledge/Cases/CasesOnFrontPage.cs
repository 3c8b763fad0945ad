using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Cases;

/// <summary>The latest cases that everybody may read, on the front page and each member's own.</summary>
public sealed class CasesOnFrontPage(Db db, SharedCases shared, Sites sites) : IOnFrontPage
{
    public int Order => 30;
    public string Heading => "What members solved";
    public FrontLink More => new("All cases", "/practice");
    public IReadOnlyCollection<string> Tags { get; } = [nameof(PracticeCase), nameof(Organisation)];

    public async Task<IReadOnlyList<FrontLine>> Lines(Guid? member, int most, CancellationToken ct)
    {
        var rows = await shared.Found(false, null, member, null).Take(most).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var names = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Member).ToDictionaryAsync(o => o.Id, o => o.ShortName, ct);
        return [.. rows.Select(r => new FrontLine(r.Of.PublicAt!.Value.DateIn(sites.Current.Zone), r.Words.Title, r.Of.Path, string.Join(" · ", r.Words.Members.Select(m => names.GetValueOrDefault(m)).OfType<string>()), r.Of.Invented))];
    }
}
