using System.IO.Compression;
using System.Net;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Minutes;
using Secretariat.Members.Audiences;
using Secretariat.Members.Consent;
using Secretariat.Members.Imports;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Notices;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Imports;
using Secretariat.Tests.Publishing.Notices;

namespace Secretariat.Tests.Members.People;

/// <summary>Subject access and erasure from the desk.</summary>
public sealed class WhatIsHeld
{
    private const string Rare = "Quillfeather";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_held_is_counted_in_words_and_downloaded_and_that_is_on_record()
    {
        await using var network = await TheDiary.Begin();
        await network.WithInvitees();
        var greta = await network.PersonCalled("Greta Sandpiper");
        using var staff = await network.ClientAs(Role.Staff);

        var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people/{greta}/data", Ct));
        page.ShouldContain("Positions");
        page.ShouldContain("Seats");
        var archive = await staff.Submit($"/desk/people/{greta}/data");

        archive.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        using var zip = new ZipArchive(await archive.Content.ReadAsStreamAsync(Ct));
        using var values = new StreamReader(zip.GetEntry("person.json")!.Open());
        (await values.ReadToEndAsync(Ct)).ShouldContain("greta.sandpiper@aldermouth.example");
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Export person" && e.RecordId == greta, Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_erased_without_a_reason_and_their_name_typed()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var maud = await network.PersonCalled("Maud Osier");
        using var staff = await network.ClientAs(Role.Staff);

        (await Text(await staff.Submit($"/desk/people/{maud}/erase", null, ("Input.Name", "Maud Osier")))).ShouldContain("Say why.");
        (await Text(await staff.Submit($"/desk/people/{maud}/erase", null, ("Input.Reason", "they asked for it"), ("Input.Name", "Maud")))).ShouldContain("Type “Maud Osier”");
        (await network.PersonCalled("Maud Osier")).ShouldBe(maud);
        await staff.Submit($"/desk/people/{maud}/erase", null, ("Input.Reason", "they asked for it"), ("Input.Name", "Maud Osier"));

        (await network.Db(db => db.Set<Person>().SingleAsync(p => p.Id == maud, Ct))).Email.ShouldBe("");
        (await network.Db(db => db.Set<AuditEntry>().SingleAsync(e => e.Verb == "Asked to erase person", Ct))).Values!.ShouldContain("they asked for it");
    }

    [Fact]
    public async Task Once_somebody_is_erased_no_table_has_a_word_of_them()
    {
        await using var network = await TheDiary.Begin();
        var person = new Person($"Ada {Rare}", $"ada@{Rare.ToLowerInvariant()}.example") { Phone = "020 7946 0123" };
        var member = await network.Db(db => db.Set<Organisation>().SingleAsync(o => o.Code == "CRO", Ct));
        person.Take(member, PositionKind.Officer, $"Officer {Rare}", new DateOnly(2017, 1, 1));
        await network.Has(person);
        await network.Db(async db =>
        {
            var chair = await db.Set<Position>().SingleAsync(p => p.Organisation == member.Id && p.Kind == PositionKind.Chair, Ct);
            chair.End(chair.From);
            await db.Save(TheNetwork.Staff, "End position", Ct);
            (await db.Set<Person>().Include(p => p.Positions).SingleAsync(p => p.Id == person.Id, Ct)).Take(member, PositionKind.Chair, "", chair.From.AddDays(1));
            await db.Save(TheNetwork.Staff, "Take position", Ct);
        });
        var at = await network.WithInvitees();
        await network.Has(new EventAction(at.Id, person.Id, person.Name, "Find out about the gates", at.Day.AddDays(3), DateOnly.FromDateTime(network.Now.UtcDateTime), network.Now));
        var notice = new Notice(new("Hello", "Words.", Audience.AllMembers, ItemKind.Information), new(person.Id, person.Name), network.Now);
        await network.Has(notice);
        await network.In(async s => await s.GetRequiredService<SendNotice>().Run(notice.Id, await network.HashOf(notice), new(person.Id, person.Name), network.Now, Ct));
        await network.In(s => s.GetRequiredService<LeaveList>().Leave(person.Id, "ada@elsewhere.example", "bulletin", "by the link in the letter", Actor.Recipient, Ct));
        await network.Drain();
        // Her own row; one that is refused and one that is malformed; one that is refused because of her.
        await network.Imports($"name,email,organisation,position\n{person.Name},{person.Email},CRO,officer\n{person.Name},{person.Email},CRO,wizard\n\"Ada \"{Rare}\"\",{person.Email},CRO,officer\nBea Mill,bea@x.example,CRO,chair\nBea Mill,bea@x.example,CRO,officer\n");
        (await Holding(network)).Count.ShouldBeGreaterThan(6);
        (await network.In(s => s.GetServices<IPersonalData>().OfType<ImportPersonalData>().Single().Export(person.Id, Ct)))["rows_of_imported_files"].ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(3);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(person.Id, TheNetwork.Staff, Ct));

        // What she did herself stays under her name in the trail, which could not be checked without it.
        (await Holding(network)).ShouldBe(["AuditEntry.ByName", "AuditEntry.Values", "Order.By"], ignoreOrder: true);
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.Values != null && e.Values.Contains(Rare)).Select(e => e.RecordType).Distinct().ToListAsync(Ct))).ShouldBe(["Order"]);
    }

    private static async Task<IReadOnlyList<string>> Holding(TheNetwork network) => await network.Db(async db =>
    {
        var holding = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.BaseType is null))
        {
            var rows = await (Task<List<object>>)typeof(WhatIsHeld).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
            foreach (var property in type.GetProperties().Where(p => p.PropertyInfo is not null))
                if (rows.Any(r => Words(property.PropertyInfo!.GetValue(r)).Contains(Rare, StringComparison.OrdinalIgnoreCase))) holding.Add($"{type.ClrType.Name}.{property.Name}");
        }
        return holding;
    });

    private static string Words(object? value) => value switch
    {
        byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes),
        IEnumerable<string> many => string.Join(' ', many),
        _ => value?.ToString() ?? "",
    };

    private static async Task<List<object>> Rows<T>(Db db) where T : class => [.. (await db.Set<T>().IgnoreAutoIncludes().AsNoTracking().ToListAsync(Ct)).Cast<object>()];

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
}
