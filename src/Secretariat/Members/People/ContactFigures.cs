using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.Duplicates;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Members.People;

/// <summary>How many contacts there are, how many of them were looked at within a year, and what may be there twice.</summary>
public sealed class ContactFigures(Db db, Sites sites) : IFigures
{
    // Beyond this the number says only that there is much to do.
    private const int MostPairs = 500;

    public string Code => ContactsKept.Code;

    public async Task<IReadOnlyList<Figure>> At(DateTimeOffset now, CancellationToken ct)
    {
        var day = now.DateIn(sites.Current.Zone);
        var held = await db.Set<Person>().CountAsync(p => p.MergedInto == null && p.EmailKey != "", ct);
        var (holders, fresh) = (await Freshness.Holders(db, day).CountAsync(ct), await Freshness.Checked(db, day, now).CountAsync(ct));
        var pairs = await Lookalikes.Find(db, MostPairs, ct);
        var merged = await db.Set<Person>().CountAsync(p => p.MergedInto != null, ct);
        return [new($"{held:N0}", held == 1 ? "contact held" : "contacts held", "/desk/people"),
            new(holders == 0 ? "0" : $"{100 * fresh / holders} %", $"of {holders:N0} people with a position looked at their details within twelve months: {fresh:N0}", "/desk/people/checks"),
            new(pairs.Count == MostPairs ? $"{MostPairs} or more" : $"{pairs.Count}", $"{(pairs.Count == 1 ? "pair" : "pairs")} that may be one person, still to be looked at; {merged:N0} merged so far", "/desk/people/duplicates")];
    }
}
