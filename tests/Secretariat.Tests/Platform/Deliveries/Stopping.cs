using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Stopping
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("550 5.1.1 No such user", true)]
    [InlineData("550 5.1.2 No such system", true)]
    [InlineData("553 5.1.3 Not an address", true)]
    [InlineData("551 5.1.6 Moved", true)]
    [InlineData("556 5.1.10 Takes no mail", true)]
    [InlineData("550 No", false)]
    [InlineData("551 Not here", false)]
    [InlineData("553 Not allowed", false)]
    [InlineData("550 5.7.1 Not from you", false)]
    [InlineData("550 5.2.1 Mailbox disabled", false)]
    public async Task Only_a_server_that_says_so_plainly_makes_an_address_get_nothing_more(string answer, bool stopped)
    {
        await using var server = new FakeMailServer { With = _ => FakeMailServer.Deed.Refuse(answer) };
        await using var network = await MailingExtensions.BeginWith(server);
        var first = await network.Send("chair@a.example");
        (await network.Counts(first)).ShouldBe("1 failed");
        server.With = _ => FakeMailServer.Deed.Take;

        var second = await network.Send("chair@a.example");

        (await network.Counts(second)).ShouldBe(stopped ? "1 suppressed" : "1 sent");
    }

    [Fact]
    public async Task Staff_allow_an_address_again_and_the_trail_says_who_did()
    {
        await using var server = new FakeMailServer { With = _ => FakeMailServer.Deed.Refuse("550 5.1.1 No such user") };
        await using var network = await MailingExtensions.BeginWith(server);
        var chair = new Person("Ada Ferry", "chair@a.example");
        await network.Has(chair);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, MailingExtensions.To("chair@a.example") with { Person = chair.Id });
        await network.Drain();
        server.With = _ => FakeMailServer.Deed.Take;
        await network.Db(db => Suppressions.Stop(db, "chair@a.example", MailingExtensions.Class + "-2", "They left another list.", network.Now, default));
        var allow = $"/desk/letters/{(await network.Letter(batch, "chair@a.example")).Id}/allow";
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/people/{chair.Id}", Ct)).ShouldContain($"href=\"{allow}\"");
        (await staff.GetStringAsync($"/desk/deliveries/{batch}", Ct)).ShouldContain($"href=\"{allow}\"");

        var answer = await staff.Submit(allow);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe($"/desk/people/{chair.Id}");
        (await staff.GetStringAsync($"/desk/people/{chair.Id}", Ct)).ShouldNotContain(allow);
        (await network.Counts(await network.Send("chair@a.example"))).ShouldBe("1 sent");
        (await network.Db(db => db.Set<Suppression>().Select(s => s.Why).SingleAsync(Ct))).ShouldBe("They left another list.", "a list that somebody left is theirs to come back to");
        var entry = await network.Db(db => db.Set<AuditEntry>().SingleAsync(e => e.Verb == "Allow letters to an address again", Ct));
        entry.ByName.ShouldStartWith("A staff");
        entry.Values!.ShouldNotContain("chair@a.example");
    }

    [Fact]
    public async Task An_address_that_is_not_stopped_cannot_be_allowed_again()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = await network.Send("chair@a.example");
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/deliveries/{batch}", Ct)).ShouldNotContain("/allow");
        var answer = await staff.GetAsync($"/desk/letters/{(await network.Letter(batch, "chair@a.example")).Id}/allow", Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
