using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary><c>token add NAME --role ROLE</c> prints the token once; <c>token revoke NAME</c> ends it.</summary>
public static class TokenVerb
{
    public static Command Command()
    {
        var name = new Argument<string>("NAME") { Description = "Which program the token is for." };
        var role = new Option<string>("--role") { Description = $"What it may do: {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Code()))}.", Required = true };
        var add = new Command("add", "Make a token for the API and print it once.") { name, role };
        add.SetAction((parse, ct) => InDatabase(db => Add(db, parse.GetValue(name)!, parse.GetValue(role), ct)));
        var revoke = new Command("revoke", "End every token of this name.") { name };
        revoke.SetAction((parse, ct) => InDatabase(db => Revoke(db, parse.GetValue(name)!, ct)));
        return new Command("token", "Tokens for the API.") { add, revoke };
    }

    private static Task<int> InDatabase(Func<Db, Task> work) => Honestly.Run(async () =>
    {
        await using var app = Application.Build(s => s with { Workers = false });
        await using var scope = app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Db>());
        return 0;
    });

    // The machine's clock: a token is not part of the network's year.
    private static async Task Add(Db db, string name, string? code, CancellationToken ct)
    {
        var role = RoleNames.Parse(code) ?? throw new RuleBroken($"“{code}” is not a role. Choose one of {string.Join(", ", Enum.GetValues<Role>().Select(r => r.Code()))}.");
        var (token, secret) = ApiToken.Make(name, role, TimeProvider.System.GetUtcNow());
        db.Add(token);
        await db.Save(Actor.Console, "Make API token", ct);
        Console.WriteLine(secret);
        await Console.Error.WriteLineAsync("Keep it safe: it is not shown again, and only its hash is stored.");
    }

    private static async Task Revoke(Db db, string name, CancellationToken ct)
    {
        var tokens = await db.Set<ApiToken>().Where(t => t.Name == name && t.RevokedAt == null).ToListAsync(ct);
        if (tokens.Count == 0) throw new RuleBroken($"No token in use is called “{name}”.");
        foreach (var token in tokens) token.Revoke(TimeProvider.System.GetUtcNow());
        await db.Save(Actor.Console, "Revoke API token", ct);
        Console.WriteLine(tokens.Count == 1 ? "Revoked." : $"Revoked {tokens.Count} tokens.");
    }
}
