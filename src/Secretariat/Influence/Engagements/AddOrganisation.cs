using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Data;

namespace Secretariat.Influence.Engagements;

/// <summary>An organisation that nobody had here before the first contact with it.</summary>
public sealed class AddOrganisation(Db db)
{
    private const int MaxCode = 40, MaxName = 200;

    public Task<Organisation> Run(string? name, OrganisationKind? kind, Actor by, CancellationToken ct) => db.Write(async () =>
    {
        var said = Enquiries.Inbox.Typed.Line(name, MaxName, "Name") ?? throw new RuleBroken("Say what it is called.", "Name");
        if (kind is not { } of || !CountsAs.Others.Contains(of)) throw new RuleBroken("Say what kind of organisation it is: what a contact counts as follows from it.", "Kind");
        var sort = said.Folded();
        if (await db.Set<Organisation>().Where(o => o.SortName == sort).Select(o => o.Name).FirstOrDefaultAsync(ct) is { } there) throw new RuleBroken($"“{there}” is here already: choose it from the list.", "Name");
        var code = Code(sort);
        if (await db.Set<Organisation>().AnyAsync(o => o.Code == code, ct)) code = $"{code[..Math.Min(code.Length, MaxCode - 9)]}-{Guid.NewGuid().ToString("N")[..8]}";
        var body = new Organisation(code, said, of);
        db.Add(body);
        await db.Save(by, "Add organisation", ct);
        return body;
    }, ct);

    private static string Code(string sort)
    {
        var code = string.Join('-', string.Concat(sort.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return code.Length == 0 ? Guid.NewGuid().ToString("N")[..12] : code.Length <= MaxCode ? code : code[..MaxCode].TrimEnd('-');
    }
}
