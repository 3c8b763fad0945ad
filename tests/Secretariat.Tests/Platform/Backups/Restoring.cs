using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Backups;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Unsubscribing;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Platform.Backups;

public sealed class Restoring
{
    private static readonly DateTimeOffset At = TheNetwork.Start.AddHours(2);

    [Fact]
    public async Task What_may_have_left_after_the_backup_does_not_leave_again_by_itself()
    {
        await using var network = await TheNetwork.Begin();
        var (running, half) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(Plan(running, network.Now), [new(null, "queued@m.example"), new(null, "claimed@m.example"), new(null, "sending@m.example")], TheNetwork.Staff, default));
        await Stands(network, "claimed@m.example", DeliveryState.Claimed);
        await Stands(network, "sending@m.example", DeliveryState.Sending);
        await HalfFrozen(network, half, null);
        var account = await network.Db(db => Letters.Post(db, network.Clock, new OneLetter(SignInComposer.ClassName, "Sign-in letter", "ada@m.example") { Priority = Priority.Account }, default));

        await using var other = await BackingUp.Fresh();
        await Copy(network, other);
        await other.Drain();

        (await other.Counts(running)).ShouldBe("1 queued, 2 unknown");
        (await other.Batch(running)).State.ShouldBe(BatchState.Paused);
        (await other.Batch(half)).State.ShouldBe(BatchState.Paused);
        (await other.Counts(account)).ShouldBe("1 cancelled");
        (await other.Db(db => db.Set<MailboxLetter>().CountAsync())).ShouldBe(0);
        var order = (await other.Db(db => db.Set<Order>().SingleAsync(o => o.Batch == running && o.Kind == OrderKind.Pause)));
        order.Note.ShouldContain("restored");
        (await other.Db(db => db.Set<AuditEntry>().CountAsync(e => e.RecordId == order.Id))).ShouldBe(1);
    }

    [Theory]
    [InlineData("scheduled")]
    [InlineData("half frozen")]
    public async Task A_bulletin_that_was_about_to_go_waits_for_a_person(string how)
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await network.HasEdition("First news");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, At);
        var batch = Guid.Empty;
        if (how == "half frozen")
        {
            await network.Change(edition.Id, (e, _) => { batch = e.BeginFreezing(); return Task.CompletedTask; });
            await HalfFrozen(network, batch, edition.Id);
        }

        await using var other = await BackingUp.Fresh();
        await Copy(network, other);
        await other.MoveTo(At.AddHours(1));

        var back = await other.Edition(edition.Id);
        (back.State, back.ScheduledFor, back.Batch).ShouldBe((EditionState.Approved, null, null));
        back.Returned.ShouldBe("This backup was restored; it may have left already. Look, then schedule it again.");
        (await other.Db(db => db.Set<MailboxLetter>().CountAsync())).ShouldBe(0);
        if (how == "half frozen") (await other.Batch(batch)).State.ShouldBe(BatchState.Cancelled);
    }

    [Fact]
    public async Task A_bulletin_whose_letters_had_begun_to_leave_stays_sending_and_its_letters_wait()
    {
        await using var network = await TheNetwork.Begin();
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        var edition = await network.HasEdition("First news");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, At);
        var batch = Guid.Empty;
        await network.Change(edition.Id, (e, _) => { batch = e.BeginFreezing(); return Task.CompletedTask; });
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(Plan(batch, network.Now) with { About = edition.Id }, [new(ada.Id, ada.Email)], TheNetwork.Staff, default));

        await using var other = await BackingUp.Fresh();
        await Copy(network, other);
        await other.MoveTo(At.AddHours(1));

        (await other.Edition(edition.Id)).State.ShouldBe(EditionState.Sending);
        (await other.Batch(batch)).State.ShouldBe(BatchState.Paused);
        (await other.Counts(batch)).ShouldBe("1 queued");
    }

    [Fact]
    public async Task Whoever_restores_reads_what_was_stopped_and_where_to_look()
    {
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(Plan(batch, network.Now), [new(null, "queued@m.example")], TheNetwork.Staff, default));
        await using var other = await BackingUp.Fresh();

        var restored = await Copy(network, other);

        restored.Stopped.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.ShouldStartWith("Paused “A notice”"), s => s.ShouldEndWith($"/desk/deliveries/{batch}"));
        restored.Audit.Holds.ShouldBeTrue();
        (await other.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Verb == "Restore a backup"))).ShouldBe(1);
        Backup.RefuseUnfinished(other.Services.GetRequiredService<Settings>());
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_after_the_backup_is_not_open_again()
    {
        await using var network = await TheNetwork.Begin();
        using var somebody = await network.ClientAs(Role.Staff);
        await using var other = await BackingUp.Fresh();

        (await Copy(network, other)).Stopped.ShouldBe(["Everybody is signed out and signs in anew."]);

        (await other.Db(db => db.Set<Session>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_runs_on_a_restore_that_was_cut_short()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        await using var other = await BackingUp.Fresh(host: b => b.Services.AddScoped<IAfterRestore, PowerCut>());

        await Should.ThrowAsync<IOException>(() => Copy(network, other));

        Should.Throw<RuleBroken>(() => Backup.RefuseUnfinished(other.Services.GetRequiredService<Settings>())).Message.ShouldContain("restore once more");
    }

    private sealed class PowerCut : IAfterRestore
    {
        public Task<IReadOnlyList<string>> Stop(Db db, CancellationToken ct) => throw new IOException("The power is cut.");
    }

    [Fact]
    public async Task Archives_and_keys_are_for_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var network = await TheNetwork.Begin();
        network.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("a test").Protect([1]);
        network.Services.GetRequiredService<ReturnPath>().ShouldNotBeNull();
        network.Services.GetRequiredService<LeaveTokens>().For("bulletin", null, "ada@m.example");
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        await using var other = await BackingUp.Fresh();
        await other.In(s => s.GetRequiredService<Backup>().Restore(archive, default));

        var keys = new[] { network, other }.SelectMany(n => Directory.GetFiles(Path.Combine(n.Folder, "keys"), "*", SearchOption.AllDirectories)).ToList();

        keys.Count.ShouldBe(6);
        keys.Append(archive).Where(f => !OperatingSystem.IsWindows() && File.GetUnixFileMode(f) != (UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_goes_into_a_database_that_sorts_its_words_in_another_way()
    {
        Assert.SkipUnless(TestDatabase.Postgres, "SQLite compares bytes everywhere.");
        await using var network = await TheNetwork.Begin();
        await network.Db(async db =>
        {
            foreach (var key in new[] { "ab@m.example", "a-c@m.example", "aB@m.example", "Az@m.example" }) await Suppressions.Stop(db, key, "bulletin", "A test.", network.Now, default);
        });
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        var server = await PostgresServer.Instance;
        var name = $"english_{Guid.NewGuid():N}";
        await Execute(server, $"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-GB'");
        try
        {
            await using var other = await BackingUp.Fresh(s => s with { Database = server.Connection(name) });
            await other.In(s => s.GetRequiredService<Backup>().Restore(archive, default));

            (await other.Db(db => db.Set<Suppression>().CountAsync())).ShouldBe(4);
        }
        finally
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(server.Connection(name)));
            await Execute(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static BatchPlan Plan(Guid id, DateTimeOffset now) =>
        new(id, NoticeComposer.ClassName, "A notice", Priority.Outward, now) { Content = JsonSerializer.Serialize(new LetterWords("News", "<p>News</p>", "News")) };

    private static Task HalfFrozen(TheNetwork network, Guid batch, Guid? about) => network.Db(async db =>
    {
        db.Add(new Batch { Id = batch, Class = NoticeComposer.ClassName, Title = "Half frozen", Priority = Priority.Outward, NotBefore = network.Now, At = network.Now, State = BatchState.Freezing, FrozenBy = Guid.NewGuid(), About = about });
        db.Add(Delivery.Queue(batch, null, EmailAddress.Parse("half@m.example"), "{}", network.Now));
        await db.SaveUnaudited();
    });

    private static Task Stands(TheNetwork network, string address, DeliveryState state) => network.Db(db => db.Write(() =>
        db.Set<Delivery>().Where(d => d.AddressKey == address).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, state).SetProperty(d => d.Worker, Guid.NewGuid()))));

    private static async Task<Restored> Copy(TheNetwork network, TheNetwork other)
    {
        var archive = Path.Combine(network.Folder, "backup.zip");
        await network.In(s => s.GetRequiredService<Backup>().Make(archive, default));
        return await other.In(s => s.GetRequiredService<Backup>().Restore(archive, default));
    }

    private static async Task Execute(PostgresServer server, string sql)
    {
        await using var open = new NpgsqlConnection(server.Connection("postgres") + ";Pooling=false");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}
