using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;

namespace Secretariat.Tests.Given;

public static class SigningIn
{
    /// <summary>The sample year: positions given here are held on every date a test is likely to use.</summary>
    public static readonly DateOnly Since = new(2016, 1, 1);

    /// <summary>A browser that is signed in as a person, as if they had used the link in their letter.</summary>
    public static async Task<HttpClient> ClientOf(this TheNetwork network, Guid person, string name = "Somebody")
    {
        var session = new Session { Person = person, BeganAt = TimeProvider.System.GetUtcNow() };
        await network.Has(session);
        var scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var cookies = network.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(Principals.Signed(person, name, scheme, session.Id), new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + cookies.ExpireTimeSpan }, scheme);
        var client = network.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}");
        return client;
    }

    /// <summary>A browser signed in as a new person who has just this role, with the organisation, position, seat or grant it takes.</summary>
    public static async Task<HttpClient> ClientAs(this TheNetwork network, Role role)
    {
        var person = await network.PersonWho(role);
        return await network.ClientOf(person.Id, person.Name);
    }

    public static async Task<Person> PersonWho(this TheNetwork network, Role role)
    {
        var key = Guid.NewGuid().ToString("N")[..8];
        var person = new Person($"A {role.Code()} {key}", $"{role.Code()}-{key}@people.example");
        if (role is Role.Admin or Role.Staff or Role.Sponsor)
        {
            await network.Has(person, new Grant { Person = person.Id, Role = role, At = TheNetwork.Start });
            return person;
        }
        var kind = role == Role.Board ? PositionKind.Chair : Enum.Parse<PositionKind>(role.ToString());
        var organisation = new Organisation($"T-{key}", $"Organisation {key}", role == Role.Partner ? OrganisationKind.Government : OrganisationKind.Member);
        person.Take(organisation, kind, role.Code(), Since);
        await network.Has(organisation, person);
        if (role == Role.Board)
        {
            var grouping = new Grouping($"G-{key}", $"Grouping {key}");
            grouping.Join(organisation.Id, Since);
            grouping.Fill(person.Id, Since);
            await network.Has(grouping);
        }
        return person;
    }
}
