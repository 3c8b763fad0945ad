using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.Groupings;
using Secretariat.Members.People;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.People;

public sealed class Erasing
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erased_person_is_nowhere_and_the_trail_still_holds()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var hussein = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "hussein-lock", Ct));
        await network.In(async s =>
        {
            await s.GetRequiredService<LeaveList>().Leave(hussein.Id, hussein.Email, "bulletin", "by the link in the letter", Actor.Recipient, Ct);
            await s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(Guid.CreateVersion7(), "newsletter", "Newsletter 1", Priority.Outward, network.Now), [new Recipient(hussein.Id, hussein.Email)], TheNetwork.Staff, Ct);
        });

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(hussein.Id, TheNetwork.Staff, Ct));

        await network.Db(async db =>
        {
            var gone = await db.Set<Person>().SingleAsync(p => p.Id == hussein.Id, Ct);
            (gone.Email, gone.Phone, gone.PackKey).ShouldBe(("", null, null));
            var letter = await db.Set<Delivery>().SingleAsync(Ct);
            (letter.Person, letter.Address, letter.State).ShouldBe((null, "", DeliveryState.Cancelled));
            (await db.Set<AuditEntry>().CountAsync(e => e.Values != null && e.Values.ToLower().Contains("hussein"), Ct)).ShouldBe(0);
            (await Board.On(db, new DateOnly(2018, 10, 1), Ct)).Single(s => s.Code == "upper").Holder!.Name.ShouldBe("Erased at their request");
        });
        (await network.In(s => AuditCheck.Run(s.GetRequiredService<Db>(), network.Services.GetRequiredService<AuditSeal>(), Ct))).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task The_pack_does_not_bring_an_erased_person_back()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var maud = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "maud-osier", Ct));
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(maud.Id, TheNetwork.Staff, Ct));

        var report = await network.Import("testpacks/three");

        report.Added.ShouldBeEmpty();
        report.Differences.ShouldBe(["Maud Osier was removed here and is still in people.csv, line 12"]);
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.Name == "Maud Osier", Ct))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_export_holds_what_the_network_knows_of_somebody()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var greta = await network.Db(db => db.Set<Person>().SingleAsync(p => p.PackKey == "greta-sandpiper", Ct));

        var export = await network.In(async s =>
        {
            var all = new Dictionary<string, object?>();
            foreach (var feature in s.GetServices<IPersonalData>())
                foreach (var (key, value) in await feature.Export(greta.Id, Ct)) all.Add(key, value);
            return System.Text.Json.JsonSerializer.Serialize(all);
        });

        export.ShouldContain("greta.sandpiper@aldermouth.example");
        export.ShouldContain("President");
        export.ShouldContain("Upper rivers");
    }
}
