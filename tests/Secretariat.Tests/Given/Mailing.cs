using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Tests.Given;

/// <summary>Sends a mailing in a test: an audience, a composer of its own, and the ledger's answers.</summary>
public static class MailingExtensions
{
    public const string Class = "test-mailing";

    public static Task<TheNetwork> BeginWith(FakeMailServer server, Func<Secretariat.Platform.Settings, Secretariat.Platform.Settings>? settings = null) =>
        TheNetwork.Begin(host: b => b.Services.AddSingleton<ILetterComposer, TestComposer>(), settings: s => settings is null ? server.Use(s) : settings(server.Use(s)));

    public static Task<FreezeResult> Freeze(this TheNetwork network, Guid batch, params IEnumerable<Recipient> to) => network.In(s =>
        s.GetRequiredService<FreezeBatch>().Run(Plan(network, batch), to, TheNetwork.Staff, TestContext.Current.CancellationToken));

    public static BatchPlan Plan(TheNetwork network, Guid batch) => new(batch, Class, "A mailing", Priority.Outward, network.Now);

    public static Task Drain(this TheNetwork network) => network.Services.GetRequiredService<Postman>().Drain(TestContext.Current.CancellationToken);

    /// <summary>Freezes an audience, sends it and returns the batch.</summary>
    public static async Task<Guid> Send(this TheNetwork network, params IEnumerable<string> addresses)
    {
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, addresses.Select(To));
        await network.Drain();
        return batch;
    }

    public static Recipient To(string address) => new(null, address, new Dictionary<string, string> { ["name"] = address.Split('@')[0] });

    public static Task<Delivery> Letter(this TheNetwork network, Guid batch, string address) =>
        network.Db(db => db.Set<Delivery>().AsNoTracking().SingleAsync(d => d.Batch == batch && d.Address == address));

    public static Task<Batch> Batch(this TheNetwork network, Guid batch) => network.Db(db => db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == batch));

    /// <summary>How many letters of a batch stand where: "1 deferred, 20 sent".</summary>
    public static async Task<string> Counts(this TheNetwork network, Guid batch)
    {
        var counts = await network.Db(db => db.Set<Delivery>().Where(d => d.Batch == batch).GroupBy(d => d.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync());
        return string.Join(", ", counts.OrderBy(c => c.State.ToString(), StringComparer.Ordinal).Select(c => $"{c.Count} {c.State.Word()}"));
    }
}

public sealed class TestComposer : ILetterComposer
{
    public string Class => MailingExtensions.Class;

    public Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct) => Task.FromResult(
        new LetterTemplate("News for {{name}}", "<p>Dear {{name}}, ünïcode and <b>{{not a hole}}</b>.</p>\n<p>.A dot first</p>", "Dear {{name}},\n.a dot first\nFrom us", ["name", "token"])
        {
            FromName = "The Network",
            List = "bulletin",
            Unsubscribe = "https://network.example/u/{{token}}",
            ReplyTo = "office@network.example",
        });

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        if (letter.Address.StartsWith("poison", StringComparison.Ordinal)) throw new RuleBroken("a word\0that PostgreSQL does not take.");
        holes["token"] = letter.Delivery.ToString("N");
        return ValueTask.CompletedTask;
    }
}
