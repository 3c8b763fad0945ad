using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Members.Audiences;

/// <summary>Every network begins with the audience that its bulletins go to.</summary>
public sealed class AudiencesPack : IPackPart
{
    public int Order => 25;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (await db.Set<Audience>().AnyAsync(a => a.Code == Audience.AllMembers, ct)) return;
        db.Add(new Audience(Audience.AllMembers, "People with a current position in a member", new AudienceLine(LineKind.AnyOf, "position-in-member")));
        report.Add("audiences");
    }
}
