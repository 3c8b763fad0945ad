using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Enquiries.Inbox;

/// <summary>What comes in while somebody has the page open is not passed over: the form says how much it showed.</summary>
internal static class NewWords
{
    /// <summary>What the enquirer, and others about it, wrote, in its order.</summary>
    public static IQueryable<EnquiryLine> Of(Db db, Guid enquiry) =>
        db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == enquiry && (l.Kind == LineKind.Asked || l.Kind == LineKind.Mail)).OrderBy(l => l.At).ThenBy(l => l.Id);

    /// <param name="seen">How many of them the page showed; null for whoever acts without one.</param>
    public static async Task Read(Db db, Enquiry enquiry, int? seen, CancellationToken ct)
    {
        if (seen < await Of(db, enquiry.Id).CountAsync(ct)) throw new RuleBroken("New words came in while you had this page open. Read them below, then press once more.");
        enquiry.Look();
    }
}
