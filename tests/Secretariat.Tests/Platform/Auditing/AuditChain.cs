using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Auditing;

public sealed class AuditChain
{
    [Fact]
    public async Task Every_saved_change_leaves_an_entry_that_says_who_and_what()
    {
        await using var network = await TheNetwork.Begin();
        var organisation = new Organisation("X1", "First name", OrganisationKind.Member);
        await network.Has(organisation);
        await network.Db(async db =>
        {
            (await db.Set<Organisation>().SingleAsync()).Rename("Second name", "Second");
            await db.Save(new Actor(organisation.Id, "Ada"), "Rename");
        });

        var entries = await network.Db(db => db.Set<AuditEntry>().OrderBy(e => e.Id).ToListAsync());

        entries.Count.ShouldBe(2);
        entries[1].ByName.ShouldBe("Ada");
        entries[1].Verb.ShouldBe("Rename");
        entries[1].Values.ShouldNotBeNull().ShouldContain("[\"First name\",\"Second name\"]");
    }

    [Fact]
    public async Task A_change_without_a_name_to_it_is_refused()
    {
        await using var network = await TheNetwork.Begin();
        await network.Db(async db =>
        {
            db.Add(new Organisation("X1", "A", OrganisationKind.Member));
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveUnaudited());
            await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task A_sealed_trail_holds_and_counts_what_is_not_sealed_yet()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("X1", "A", OrganisationKind.Member), new Organisation("X2", "B", OrganisationKind.Member));
        await Seal(network);
        await network.Has(new Organisation("X3", "C", OrganisationKind.Member));

        var report = await Check(network);

        report.ShouldBe(new AuditCheck.Report(2, 1, null));
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET \"ByName\"='Mallory' WHERE \"Position\"=2", "Entry 2 ")]
    [InlineData("UPDATE audit_entry SET \"Values\"='[]' WHERE \"Position\"=2", "Entry 2 ")]
    [InlineData("DELETE FROM audit_entry WHERE \"Position\"=2", "Entry 2 of the chain is missing")]
    [InlineData("DELETE FROM audit_entry WHERE \"Position\"=3", "Entry 3 of the chain is missing")]
    public async Task Tampering_is_found_and_named(string tampering, string named)
    {
        await using var network = await TheNetwork.Begin();
        foreach (var code in new[] { "X1", "X2", "X3" }) await network.Has(new Organisation(code, code, OrganisationKind.Member));
        await Seal(network);
        await network.Db(db => db.Write(() => db.Database.ExecuteSqlRawAsync(tampering)));

        (await Check(network)).Fault.ShouldNotBeNull().ShouldStartWith(named);
    }

    [Fact]
    public async Task Erasing_the_values_of_an_entry_leaves_the_chain_whole()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("X1", "A", OrganisationKind.Member));
        await Seal(network);
        await network.Db(db => db.Write(() => db.Database.ExecuteSqlRawAsync("UPDATE audit_entry SET \"Values\"=NULL, \"Salt\"=NULL")));

        (await Check(network)).Holds.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_sealed_yet_is_looked_at_too()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("X1", "A", OrganisationKind.Member));
        await network.Db(db => db.Write(() => db.Database.ExecuteSqlRawAsync("UPDATE audit_entry SET \"ByName\"='Mallory'")));

        (await Check(network)).Fault.ShouldNotBeNull().ShouldStartWith("An entry that is not sealed yet");
    }

    [Fact]
    public async Task The_seal_does_not_pass_a_transaction_that_is_still_open()
    {
        Assert.SkipUnless(TestDatabase.Postgres, "SQLite lets one writer in at a time: no entry can appear below a committed one.");
        await using var network = await TheNetwork.Begin();
        var written = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var slow = network.Db(db => db.Write(async () =>
        {
            db.Add(new Organisation("X1", "Slow", OrganisationKind.Member));
            await db.Save(TheNetwork.Staff, "Slow");
            written.SetResult();
            await go.Task;
        }));
        await written.Task;
        await network.Has(new Organisation("X2", "Quick", OrganisationKind.Member));

        (await network.Db(db => network.Services.GetRequiredService<AuditSeal>().Run(db))).ShouldBe(0);
        go.SetResult();
        await slow;
        await Seal(network);

        var sealedNow = await network.Db(db => db.Set<AuditEntry>().OrderBy(e => e.Position).Select(e => e.Verb).ToListAsync());
        sealedNow.ShouldBe(["Slow", "Prepare a test"]);
        (await Check(network)).ShouldBe(new AuditCheck.Report(2, 0, null));
    }

    // An open transaction anywhere on a PostgreSQL server, another test's included, holds the seal back: it is asked again, as each minute.
    private static Task Seal(TheNetwork network) => network.Db(async db =>
    {
        while (await db.Set<AuditEntry>().AnyAsync(e => e.Position == null))
            if (await network.Services.GetRequiredService<AuditSeal>().Run(db) == 0) await Task.Delay(20, TestContext.Current.CancellationToken);
    });

    private static Task<AuditCheck.Report> Check(TheNetwork network) => network.Db(db => AuditCheck.Run(db, network.Services.GetRequiredService<AuditSeal>()));
}
