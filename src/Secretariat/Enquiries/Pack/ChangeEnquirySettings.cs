using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Pack;

/// <param name="Thanks">With what the first letter to an enquirer begins; empty for the words of the program.</param>
public sealed record EnquiryRules(int AnswerDays, int HandoverDays, int KeepMonths, string? Thanks);

/// <summary>Says how enquiries are dealt with here. The words go to outsiders in every first letter, so those that were put to members are refused.</summary>
public sealed class ChangeEnquirySettings(Db db, PutToMembers words)
{
    public async Task Run(EnquiryRules rules, Actor by, CancellationToken ct)
    {
        var settings = await db.Set<EnquirySettings>().OrderBy(s => s.Id).FirstOrDefaultAsync(ct);
        if (PutToMembers.InPlain(rules.Thanks ?? "", await words.All(ct)) is { } round)
        {
            db.Note(by, ReleaseStatement.RefusedVerb, nameof(EnquirySettings), settings?.Id ?? Guid.Empty, ("Channel", "the first letter to enquirers"), ("Carrier", "/desk/enquiries/settings"), ("Why", round.Refusal));
            await db.SaveUnaudited(ct);
            throw new RuleBroken(round.Refusal, "Thanks");
        }
        if (settings is null) db.Add(settings = new EnquirySettings());
        settings.Change(rules.AnswerDays, rules.HandoverDays, rules.KeepMonths);
        settings.Thank(rules.Thanks);
        settings.Invented = false;
        await db.Save(by, "Change how enquiries are dealt with", ct);
    }
}
