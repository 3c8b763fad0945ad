using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Engagements;

/// <summary>Beside what is counted: with whom the last contact was, and who has been left waiting.</summary>
public sealed class EngagementFigures(string code, Db db, Sites sites) : IFigures
{
    public string Code => code;

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        const string List = "/desk/influence/engagements";
        var today = now.DateIn(sites.Current.Zone);
        var mine = (await Stakeholders.All(db, ct)).Where(s => s.Kind.Code() == code).ToList();
        if (mine.Count == 0) return [];
        var waiting = mine.Count(s => s.MissedOn(today));
        List<Figure> figures = [new($"{waiting} of {mine.Count}", "organisations whose next contact is overdue", List)];
        if (mine.Where(s => s.Last is not null).MaxBy(s => s.Last) is { } last) figures.Insert(0, new(last.Last!.Value.Plain(), $"last contact, with {last.Name}", $"/desk/influence/organisations/{Uri.EscapeDataString(last.Code)}"));
        return figures;
    }
}
