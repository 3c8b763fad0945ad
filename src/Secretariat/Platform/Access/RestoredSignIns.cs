using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Access;

/// <summary>
/// A link or code that was used up after the backup was made would be good again, a letter asked for would go twice, and a
/// sign-in that was ended since would be open: on a stolen telephone, for example.
/// </summary>
public sealed class RestoredSignIns : IAfterRestore
{
    public async Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct)
    {
        await db.Set<SignInRequest>().ExecuteDeleteAsync(ct);
        var open = await db.Set<Session>().CountAsync(s => s.EndedAt == null, ct);
        await db.Set<Session>().ExecuteDeleteAsync(ct);
        return open == 0 ? [] : ["Everybody is signed out and signs in anew."];
    }
}
