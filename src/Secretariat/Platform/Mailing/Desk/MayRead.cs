using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Mailing.Desk;

internal static class MayRead
{
    /// <summary>The letters somebody may read. One that lets a person sign in is for administrators; in the demo anybody can be anybody.</summary>
    public static IQueryable<MailboxLetter> Mailbox(this Db db, ClaimsPrincipal user, Settings settings)
    {
        var letters = db.Set<MailboxLetter>().AsNoTracking();
        return settings.Demo || user.May(Rights.CanReadAccountLetters) ? letters
            : letters.Where(l => !db.Set<Delivery>().Any(d => d.Id == l.Delivery && db.Set<Batch>().Any(b => b.Id == d.Batch && b.Priority == Priority.Account)));
    }
}
