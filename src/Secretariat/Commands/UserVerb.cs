using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Commands;

/// <summary><c>user add EMAIL --role ROLE</c>: how the first administrator of an empty installation comes in.</summary>
public static class UserVerb
{
    private static readonly Role[] Granted = [Role.Admin, Role.Staff, Role.Sponsor];

    public static Command Command()
    {
        var email = new Argument<string>("EMAIL") { Description = "The person’s e-mail address." };
        var role = new Option<string>("--role") { Description = $"One of: {Names()}.", Required = true };
        var name = new Option<string?>("--name") { Description = "The person’s name, when they are not known yet." };
        var add = new Command("add", "Give a person a role and print a sign-in link, once.") { email, role, name };
        add.SetAction((parse, ct) => Honestly.Run(async () =>
        {
            await using var app = Application.Build(s => s with { Workers = false });
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Db>().Database.MigrateAsync(ct);
            Console.WriteLine(await Add(scope.ServiceProvider, parse.GetValue(email)!, parse.GetValue(role)!, parse.GetValue(name), ct));
            return 0;
        }));
        return new Command("user", "People who may sign in.") { add };
    }

    internal static async Task<string> Add(IServiceProvider services, string email, string role, string? name, CancellationToken ct)
    {
        var granted = RoleNames.Parse(role) ?? throw new RuleBroken($"There is no role “{role}”. Choose one of: {Names()}.");
        if (!Granted.Contains(granted))
            throw new RuleBroken($"The role “{role}” comes from a position: give {email} that position in a member organisation. Granted are: {Names()}.");
        var (db, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>());
        var address = EmailAddress.Parse(email);
        var person = await services.GetRequiredService<IWhoIs>().ByEmail(email, ct);
        if (person is null)
        {
            var added = new Person(name ?? address.Text[..address.Text.LastIndexOf('@')], email);
            db.Add(added);
            person = new KnownPerson(added.Id, added.Name, added.Email);
        }
        if (!await db.Set<Grant>().AnyAsync(g => g.Person == person.Id && g.Role == granted && g.RevokedAt == null, ct))
            db.Add(new Grant { Person = person.Id, Role = granted, At = clock.GetUtcNow() });
        await db.Save(Actor.Console, $"Give the role {role}", ct);
        var token = await services.GetRequiredService<SignInRequests>().LinkFor(person.Id, Actor.Console, ct);
        return $"""
            {person.Name} <{person.Email}> has the role {role}. This link signs in once, within an hour; it is not shown again:
            {new Uri(services.GetRequiredService<Settings>().Url, $"/sign-in/{token}")}
            """;
    }

    private static string Names() => string.Join(", ", Granted.Select(r => r.Code()));
}
