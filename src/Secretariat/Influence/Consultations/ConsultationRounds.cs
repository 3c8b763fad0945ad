using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>Under which rules a consultation can be put to members, and which rounds there are already that nobody has tied to one.</summary>
public sealed class ConsultationRounds(Db db)
{
    public async Task<IReadOnlyList<SelectListItem>> Rules(RoundKind kind, ConsultationKind of, CancellationToken ct) =>
        [.. (await db.Set<RoundRule>().AsNoTracking().OrderBy(r => r.Name).ToListAsync(ct))
            .Where(r => r.Base == RoundBase.Members && (kind == RoundKind.AgreeText ? r.Terms.Threshold is not null && (of == ConsultationKind.Consultation || r.Terms.NeedsEveryMember()) : r.Terms.Threshold is null))
            .Select(r => new SelectListItem(r.Name, r.Code))];

    public async Task<IReadOnlyList<SelectListItem>> Untied(CancellationToken ct)
    {
        var tied = (await db.Set<Consultation>().Where(c => c.Round != null).Select(c => c.Round!.Value).ToListAsync(ct)).ToHashSet();
        return [.. (await RoundGlance.Texts(db, ct)).Where(r => !tied.Contains(r.Id)).Select(r => new SelectListItem(r.Title, r.Id.ToString()))];
    }
}
