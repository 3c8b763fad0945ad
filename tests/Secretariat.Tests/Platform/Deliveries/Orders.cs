using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;
using static Secretariat.Tests.Given.FakeMailServer;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Orders
{
    private static readonly string[] People = [.. Enumerable.Range(1, 120).Select(i => $"p{i:000}@a.example")];

    [Fact]
    public async Task A_paused_batch_waits_and_a_resumed_one_goes_on()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = await Frozen(network);
        var (paused, taken) = (0, 0);
        server.BeforeAnswer = async () =>
        {
            if (server.Taken.Count < 20 || Interlocked.Exchange(ref paused, 1) != 0) return;
            await network.In(s => s.GetRequiredService<BatchOrders>().Pause(batch, TheNetwork.Staff, default));
            taken = server.Taken.Count;
        };

        await network.Drain();
        var atPause = server.Taken.Count;
        atPause.ShouldBeInRange(20, taken + 4, "four connections may each have one on the wire");
        (await network.Counts(batch)).ShouldBe($"{120 - atPause} queued, {atPause} sent");

        await network.In(s => s.GetRequiredService<BatchOrders>().Resume(batch, TheNetwork.Staff, default));
        await network.Drain();

        (await network.Counts(batch)).ShouldBe("120 sent");
        server.Taken.Select(l => l.To).Distinct().Count().ShouldBe(120);
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.RecordType == "Order").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()))
            .ShouldBe(["Freeze the audience of “A mailing”", "Pause the batch", "Resume the batch"]);
    }

    [Fact]
    public async Task Cancelling_stops_all_but_what_is_on_the_wire()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = await Frozen(network);
        var (cancelled, taken) = (0, 0);
        server.BeforeAnswer = async () =>
        {
            if (server.Taken.Count < 10 || Interlocked.Exchange(ref cancelled, 1) != 0) return;
            await network.In(s => s.GetRequiredService<BatchOrders>().Cancel(batch, TheNetwork.Staff, default));
            taken = server.Taken.Count;
        };

        await network.Drain();

        server.Taken.Count.ShouldBeInRange(10, taken + 4);
        (await network.Counts(batch)).ShouldBe($"{120 - server.Taken.Count} cancelled, {server.Taken.Count} sent");
        await Should.ThrowAsync<RuleBroken>(() => network.In(s => s.GetRequiredService<BatchOrders>().Cancel(batch, TheNetwork.Staff, default)));
    }

    [Theory]
    [InlineData("public", true)]
    [InlineData("theme:skills", true)]
    [InlineData("theme:transport", false)]
    [InlineData("everything", true)]
    public async Task A_hold_stops_what_it_is_about_until_it_is_lifted(string scope, bool stops)
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var hold = Hold.On(scope, "An election is near", network.Now.AddDays(-1), network.Now.AddDays(30));
        await network.Has(hold);
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(
            MailingExtensions.Plan(network, batch) with { Reach = ["public", "theme:skills"] }, People.Take(3).Select(MailingExtensions.To), TheNetwork.Staff, default));

        await network.Drain();
        server.Taken.Count.ShouldBe(stops ? 0 : 3);

        await network.Db(async db =>
        {
            (await db.Set<Hold>().SingleAsync()).Lift(network.Now);
            await db.Save(TheNetwork.Staff, "Lift the hold");
        });
        await network.Drain();
        server.Taken.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_hold_on_everything_lets_sign_in_letters_and_acknowledgements_pass()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await network.Has(Hold.On(Hold.Everything, "The Queen has died", network.Now, null));
        foreach (var priority in Enum.GetValues<Priority>())
            await network.Db(db => Letters.Post(db, network.Clock, new OneLetter(NoticeComposer.ClassName, $"{priority}", $"{priority}@a.example")
            {
                Priority = priority,
                Words = new LetterWords("Subject", "<p>Words</p>", "Words"),
            }, default));

        await network.Drain();

        server.Taken.Select(l => l.To).Order().ShouldBe(["account@a.example", "service@a.example"]);
    }

    [Fact]
    public async Task Only_a_person_sends_an_unknown_letter_again()
    {
        await using var server = new FakeMailServer { With = _ => Deed.HangUpAfterTaking };
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = await network.Send("chair@a.example");
        await network.Drain();
        (await network.Counts(batch)).ShouldBe("1 unknown");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
        server.Taken.Count.ShouldBe(1);
        server.With = _ => Deed.Take;

        using var staff = await network.ClientAs(Role.Staff);
        var page = await staff.GetStringAsync($"/desk/deliveries/{batch}");
        page.ShouldContain("One letter is");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        var letter = await network.Letter(batch, "chair@a.example");
        var answer = await staff.PostAsync($"/desk/deliveries/{batch}?handler=again", new FormUrlEncodedContent([new("letter", $"{letter.Id}"), new("__RequestVerificationToken", token)]));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Drain();

        (await network.Counts(batch)).ShouldBe("1 sent");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
        server.Taken.Select(l => l.Message.MessageId).Distinct().ShouldHaveSingleItem("the Message-ID derives from the row, so a receiver may recognise the second one");
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.Verb == "Send an unknown letter again").CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_of_a_batch_pages_through_its_letters_by_state()
    {
        await using var server = new FakeMailServer { With = to => to.StartsWith("p00") ? Deed.Refuse("550 5.1.1 Gone") : Deed.Take };
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = await network.Send(People);
        using var staff = await network.ClientAs(Role.Staff);

        var first = await staff.GetStringAsync($"/desk/deliveries/{batch}?state=sent");
        var next = WebUtility.HtmlDecode(Regex.Match(first, "href=\"([^\"]+)\" rel=\"next\"").Groups[1].Value);
        var second = await staff.GetStringAsync(next);
        var failed = await staff.GetStringAsync($"/desk/deliveries/{batch}?state=failed");

        Rows(first).Concat(Rows(second)).Distinct().Count().ShouldBe(2 * LedgerQuestions.PageSize);
        Rows(failed).Count().ShouldBe(9);
        failed.ShouldContain("The mail server refused this address: 550 5.1.1 Gone");
    }

    private static IEnumerable<string> Rows(string page) => Regex.Matches(page, @"<th scope=""row"">(\S+)</th>").Select(m => m.Groups[1].Value);

    private static async Task<Guid> Frozen(TheNetwork network)
    {
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, People.Select(MailingExtensions.To));
        return batch;
    }
}
