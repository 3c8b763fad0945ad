using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;
using static Secretariat.Tests.Given.FakeMailServer;

namespace Secretariat.Tests.Platform.Deliveries;

public sealed class Sending
{
    [Fact]
    public async Task A_mailing_reaches_everybody_once_and_is_done()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send(Enumerable.Range(1, 300).Select(i => $"person{i}@member{i % 38}.example"));

        server.Taken.Select(l => l.To).Distinct().Count().ShouldBe(300);
        server.Taken.Count.ShouldBe(300);
        (await network.Counts(batch)).ShouldBe("300 sent");
        (await network.Batch(batch)).State.ShouldBe(BatchState.Done);
        server.MostConnections.ShouldBeLessThanOrEqualTo(4);
        var letter = await network.Letter(batch, "person7@member7.example");
        letter.Why.ShouldStartWith("Taken by the mail server: 250 2.0.0 Ok");
        letter.RemoteId.ShouldNotBeNull();
        letter.Attempts.ShouldBe(1);
        (await network.Db(db => db.Set<Attempt>().CountAsync())).ShouldBe(300);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_refusal_stands_in_the_ledger_in_the_servers_words_and_the_rest_goes_on(bool pipelining)
    {
        await using var server = new FakeMailServer { Pipelining = pipelining };
        server.With = to => to switch
        {
            "gone@a.example" => Deed.Refuse("550 5.1.1 No such user here"),
            "full@a.example" => Deed.Refuse("452 4.2.2 Mailbox full"),
            "spam@a.example" => Deed.RefuseLetter("554 5.7.1 Looks like spam"),
            "busy@slow.example" => Deed.Refuse("450 4.7.1 Greylisted, come back later"),
            "late@a.example" => Deed.RefuseLetter("451 4.3.0 Try again"),
            _ => Deed.Take,
        };
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send("gone@a.example", "full@a.example", "spam@a.example", "busy@slow.example", "late@a.example", "fine@a.example", "well@b.example");

        async Task Is(string address, DeliveryState state, string why)
        {
            var letter = await network.Letter(batch, address);
            letter.State.ShouldBe(state, address);
            letter.Why.ShouldBe(why);
        }
        await Is("gone@a.example", DeliveryState.Failed, "The mail server refused this address: 550 5.1.1 No such user here");
        await Is("full@a.example", DeliveryState.Deferred, "Put off by the mail server: 452 4.2.2 Mailbox full");
        await Is("spam@a.example", DeliveryState.Failed, "The mail server refused this letter: 554 5.7.1 Looks like spam");
        await Is("busy@slow.example", DeliveryState.Deferred, "Put off by the mail server: 450 4.7.1 Greylisted, come back later");
        await Is("late@a.example", DeliveryState.Deferred, "Put off by the mail server: 451 4.3.0 Try again");
        (await network.Letter(batch, "fine@a.example")).State.ShouldBe(DeliveryState.Sent);
        (await network.Letter(batch, "well@b.example")).State.ShouldBe(DeliveryState.Sent);
        (await network.Batch(batch)).State.ShouldBe(BatchState.Open, "three are still to be tried again");
        (await network.Db(db => db.Set<Pace>().SingleAsync())).Domain.ShouldBe("slow.example");
        server.Taken.Select(l => l.To).Order().ShouldBe(["fine@a.example", "well@b.example"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_lost_before_354_is_tried_again_and_after_it_is_unknown(bool pipelining)
    {
        await using var server = new FakeMailServer { Pipelining = pipelining };
        server.With = to => to switch
        {
            "before@a.example" => Deed.HangUpBefore354,
            "after@a.example" => Deed.HangUpAfter354,
            "taken@a.example" => Deed.HangUpAfterTaking,
            _ => Deed.Take,
        };
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send(["before@a.example", "after@a.example", "taken@a.example", .. Enumerable.Range(1, 20).Select(i => $"fine{i}@b.example")]);

        (await network.Counts(batch)).ShouldBe("1 deferred, 20 sent, 2 unknown");
        var before = await network.Letter(batch, "before@a.example");
        before.State.ShouldBe(DeliveryState.Deferred);
        before.Why.ShouldBe(Sentences.LostBefore);
        before.NotBefore.ShouldNotBeNull();
        (await network.Letter(batch, "after@a.example")).Why.ShouldBe(Sentences.NoAnswer);
        server.Taken.Count(l => l.To == "taken@a.example").ShouldBe(1, "what is unknown is never sent again by a machine");
    }

    [Fact]
    public async Task A_server_that_takes_nothing_from_us_keeps_the_letters_waiting()
    {
        await using var server = new FakeMailServer { AnswerTo = _ => "530 5.7.0 Sign in first" };
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send(Enumerable.Range(1, 40).Select(i => $"p{i}@a.example"));

        (await network.Counts(batch)).ShouldMatch(@"^\d+ deferred(, \d+ queued)?$");
        network.Services.GetRequiredService<SendingTrouble>().Sentences.ShouldHaveSingleItem().ShouldContain("530 5.7.0 Sign in first");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_answers_and_hangs_up_is_taken_at_its_word(bool pipelining)
    {
        await using var server = new FakeMailServer { Pipelining = pipelining };
        server.With = to => to switch
        {
            "gone@a.example" => Deed.Refuse("550 5.1.1 No such user here") with { HangUp = true },
            "busy@busy.example" => Deed.Refuse("421 4.3.2 Shutting down") with { HangUp = true },
            "odd@odd.example" => Deed.Refuse("550 5.7.1 Not from you") with { GoOnAnyway = true, HangUp = true },
            "strange@odd.example" => Deed.Refuse("550 5.7.1 Not from you") with { GoOnAnyway = true },
            _ => Deed.Take,
        };
        await using var network = await MailingExtensions.BeginWith(server);

        var batch = await network.Send("gone@a.example", "busy@busy.example", "odd@odd.example", "strange@odd.example", "fine@a.example");

        async Task Is(string address, DeliveryState state, string why)
        {
            var letter = await network.Letter(batch, address);
            (letter.State, letter.Why).ShouldBe((state, why), address);
        }
        await Is("gone@a.example", DeliveryState.Failed, "The mail server refused this address: 550 5.1.1 No such user here");
        await Is("busy@busy.example", DeliveryState.Deferred, "Put off by the mail server: 421 4.3.2 Shutting down");
        await Is("odd@odd.example", DeliveryState.Failed, "The mail server refused this address: 550 5.7.1 Not from you");
        await Is("strange@odd.example", DeliveryState.Failed, "The mail server refused this address: 550 5.7.1 Not from you");
        server.Taken.Select(l => l.To).ShouldBe(["fine@a.example"]);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_loses_nothing_and_is_said_aloud()
    {
        var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        await server.DisposeAsync();

        var batch = await network.Send("a@a.example", "b@a.example");

        (await network.Counts(batch)).ShouldBe("2 queued");
        network.Services.GetRequiredService<SendingTrouble>().Sentences.ShouldHaveSingleItem().ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task The_built_in_mailbox_keeps_each_letter_as_it_would_have_left()
    {
        await using var network = await TheNetwork.Begin(host: b => b.Services.AddSingleton<Secretariat.Platform.Contracts.ILetterComposer, TestComposer>());

        var batch = await network.Send(Enumerable.Range(1, 500).Select(i => $"p{i}@a.example"));

        (await network.Counts(batch)).ShouldBe("500 sent");
        var kept = await network.Db(db => db.Set<Secretariat.Platform.Mailing.MailboxLetter>().ToListAsync());
        kept.Count.ShouldBe(500);
        MimeKit.MimeMessage.Load(new MemoryStream(kept.Single(k => k.To == "p7@a.example").Read())).TextBody.ShouldStartWith("Dear p7,");
    }
}
