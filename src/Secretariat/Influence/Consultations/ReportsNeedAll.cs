using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Consultations;

/// <summary>A research report is put to members only under a rule by which each of them has to agree.</summary>
public sealed class ReportsNeedAll : IGuardsRounds
{
    internal const string Sentence = "A research report goes out only with the full agreement of the members: choose a rule under which every member has to say yes.";

    public async Task<string?> Refusal(Db db, Guid round, bool everyMember, CancellationToken ct) =>
        !everyMember && await db.Set<Consultation>().AnyAsync(c => c.Round == round && c.Kind == ConsultationKind.Research, ct)
            ? Sentence : null;
}
