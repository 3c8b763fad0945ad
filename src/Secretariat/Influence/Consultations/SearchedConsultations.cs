using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Consultations and research by title, who consults, what it is about, and what members sent themselves.</summary>
public sealed class SearchedConsultations : ISearchable
{
    public string Kind => "consultation";
    public string Heading => "Consultations and research";

    public Guid? Of(Record saved) => saved switch { Consultation c => c.Id, Submission s => s.Consultation, _ => null };

    public IQueryable<Guid>? Beside(Db db, Record saved) => saved is Organisation body ? db.Set<Consultation>().Where(c => c.Organisation == body.Id).Select(c => c.Id) : null;

    public IQueryable<Guid> All(Db db) => db.Set<Consultation>().Select(c => c.Id);

    public async Task<IReadOnlyList<SearchWords>> Words(Db db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = await (from consultation in db.Set<Consultation>().AsNoTracking()
                           where ids.Contains(consultation.Id)
                           join body in db.Set<Organisation>() on consultation.Organisation equals body.Id into bodies
                           from body in bodies.DefaultIfEmpty()
                           select new { consultation, By = body == null ? null : body.Name }).ToListAsync(ct);
        var sent = (await db.Set<Submission>().AsNoTracking().Where(s => ids.Contains(s.Consultation) && s.TakenOutAt == null).Select(s => new { s.Consultation, s.Title }).ToListAsync(ct)).ToLookup(s => s.Consultation, s => s.Title);
        return [.. found.Select(x => new SearchWords(x.consultation.Id, x.consultation.Title,
            string.Join(" · ", new[] { x.consultation.Kind.Words(), x.By, x.consultation.About, x.consultation.Why }.Concat(sent[x.consultation.Id]).Where(w => !string.IsNullOrEmpty(w))), $"/desk/influence/consultations/{x.consultation.Id}", x.consultation.Deadline ?? x.consultation.OpenedOn))];
    }
}
