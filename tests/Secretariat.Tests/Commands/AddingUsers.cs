using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Commands;

public sealed class AddingUsers
{
    [Fact]
    public async Task The_printed_link_signs_the_new_administrator_in_once()
    {
        await using var network = await TheNetwork.Begin();

        var printed = await Add(network, "ada@network.example", "admin", "Ada Lovelace");

        printed.ShouldContain("Ada Lovelace <ada@network.example> has the role admin.");
        var link = new Uri(printed.Split('\n')[^1].Trim()).AbsolutePath;
        var client = network.Client();
        (await client.PostAsync(link, null)).Headers.Location!.OriginalString.ShouldBe("/desk");
        (await (await network.Client().PostAsync(link, null)).Content.ReadAsStringAsync()).ShouldContain("no longer good");
    }

    [Fact]
    public async Task Adding_somebody_twice_gives_another_link_and_nothing_else()
    {
        await using var network = await TheNetwork.Begin();
        await Add(network, "ada@network.example", "staff", null);
        await Add(network, "ADA@network.example", "staff", null);

        (await network.Db(db => db.Set<Person>().CountAsync())).ShouldBe(1);
        (await network.Db(db => db.Set<Grant>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Every_link_made_by_hand_is_in_the_persons_history()
    {
        await using var network = await TheNetwork.Begin();
        await Add(network, "ada@network.example", "staff", null);
        await Add(network, "ada@network.example", "staff", null);

        var ada = await network.Db(db => db.Set<Person>().SingleAsync());
        var entries = await network.Db(db => db.Set<AuditEntry>().Where(e => e.RecordType == nameof(Person) && e.RecordId == ada.Id && e.Verb == "Make a sign-in link by hand").ToListAsync());
        entries.Count.ShouldBe(2);
        entries.ShouldAllBe(e => e.ByName == Actor.Console.Name);
        (await network.Db(db => AuditCheck.Run(db, network.Services.GetRequiredService<AuditSeal>()))).Holds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("ada@network.example", "chair", "comes from a position")]
    [InlineData("ada@network.example", "emperor", "no role “emperor”")]
    [InlineData("ada", "staff", "is not an e-mail address")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string email, string role, string sentence)
    {
        await using var network = await TheNetwork.Begin();

        (await Should.ThrowAsync<RuleBroken>(() => Add(network, email, role, null))).Message.ShouldContain(sentence);
        (await network.Db(db => db.Set<Person>().CountAsync())).ShouldBe(0);
    }

    private static Task<string> Add(TheNetwork network, string email, string role, string? name) => network.In(s => UserVerb.Add(s, email, role, name, default));
}
