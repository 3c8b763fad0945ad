using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence.Consultations;

/// <summary>What the plan counts: answers and reports that left under a mandate, each once, and no draft. What goes by hand counts when its receipt is here.</summary>
public sealed class ResponsesReleased(Db db, Sites sites) : IEvidence
{
    public const string Responses = "responses-released", Research = "research-released";

    public IReadOnlyCollection<string> Codes => [Responses, Research];

    public async Task<IReadOnlyList<Evidence>> Between(DateOnly first, DateOnly last, CancellationToken ct)
    {
        var zone = sites.Current.Zone;
        var found = await (from consultation in db.Set<Consultation>().AsNoTracking()
                           join mandate in db.Set<Mandate>() on consultation.Round equals mandate.Round
                           join release in db.Set<Release>() on mandate.Id equals release.Mandate
                           where release.CameToNothing == null
                           join body in db.Set<Organisation>() on consultation.Organisation equals body.Id into bodies
                           from body in bodies.DefaultIfEmpty()
                           select new { consultation, mandate, release, To = body == null ? null : body.ShortName }).ToListAsync(ct);
        return [.. found.Where(f => ConsultationStand.Left(f.release) && (f.consultation.Kind == ConsultationKind.Consultation || f.mandate.OfAll))
            .Select(f => (f, Day: f.release.HandedInOn ?? f.release.At.DateIn(zone))).GroupBy(x => x.f.consultation.Id).Select(g => g.MinBy(x => (x.Day, x.f.release.At)))
            .Where(x => first <= x.Day && x.Day <= last).OrderBy(x => x.Day).ThenBy(x => x.f.release.At)
            .Select(x => new Evidence(x.f.consultation.Kind == ConsultationKind.Research ? Research : Responses, x.Day,
                $"{x.f.consultation.Title}{(x.f.To is { } to ? $", to {to}" : "")}: the view of {x.f.mandate.Whose}{(x.f.mandate.WithdrawnOn is { } day ? $"; the mandate was withdrawn on {day.Plain()}" : "")}", $"/desk/influence/consultations/{x.f.consultation.Id}"))];
    }
}
