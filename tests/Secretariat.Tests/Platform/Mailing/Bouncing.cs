using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class Bouncing
{
    [Theory]
    [InlineData("failed", "5.1.1", DeliveryState.Bounced, true)]
    [InlineData("failed", "5.7.1", DeliveryState.Bounced, false)]
    [InlineData("failed", "4.4.7", DeliveryState.Bounced, false)]
    [InlineData("delayed", "4.4.1", DeliveryState.Sent, false)]
    [InlineData("delivered", "2.0.0", DeliveryState.Sent, false)]
    public async Task A_report_about_a_letter_is_written_down_at_that_letter(string action, string status, DeliveryState becomes, bool stopped)
    {
        await using var server = new FakeMailServer();
        await using var network = await Begin(server);
        var batch = await network.Send("gone@a.example", "here@a.example");
        var letter = server.Taken.Single(l => l.To == "gone@a.example");

        (await Receive(network, letter.From, Report(letter.From, "gone@a.example", action, status))).ShouldBeTrue();

        var row = await network.Letter(batch, "gone@a.example");
        row.State.ShouldBe(becomes);
        if (becomes == DeliveryState.Bounced) row.Why.ShouldBe($"Came back: {status} 550 {status} Sorry, no");
        (await network.Letter(batch, "here@a.example")).State.ShouldBe(DeliveryState.Sent);
        (await network.Db(db => db.Set<Suppression>().AnyAsync(s => s.AddressKey == "gone@a.example"))).ShouldBe(stopped);
        // The same report again changes nothing.
        (await Receive(network, letter.From, Report(letter.From, "gone@a.example", action, status))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_bounce_to_an_address_that_we_did_not_sign_stops_nobody()
    {
        await using var server = new FakeMailServer();
        await using var network = await Begin(server);
        var batch = await network.Send("here@a.example");
        var signed = server.Taken.Single().From;
        var forged = (signed[2] == 'a' ? "b-b" : "b-a") + signed[3..];

        (await Receive(network, forged, Report(forged, "here@a.example", "failed", "5.1.1"))).ShouldBeFalse();

        (await network.Letter(batch, "here@a.example")).State.ShouldBe(DeliveryState.Sent);
    }

    [Theory]
    [InlineData("MAILER-DAEMON@old.example", null, "<gone@a.example>: 550 5.1.1 No such user", DeliveryState.Bounced)]
    [InlineData("chair@a.example", null, "Thank you, I am away until 550 5.1.1", DeliveryState.Sent)]
    [InlineData("mailer-daemon@a.example", "auto-replied", "550 5.1.1 I am on holiday", DeliveryState.Sent)]
    public async Task A_letter_that_is_no_report_counts_only_from_a_mail_server(string from, string? auto, string words, DeliveryState becomes)
    {
        await using var server = new FakeMailServer();
        await using var network = await Begin(server);
        var batch = await network.Send("gone@a.example");
        var to = server.Taken.Single().From;

        await Receive(network, to, $"From: {from}\nTo: {to}\nSubject: Undeliverable\n{(auto is null ? "" : $"Auto-Submitted: {auto}\n")}\n{words}\n");

        (await network.Letter(batch, "gone@a.example")).State.ShouldBe(becomes);
    }

    [Fact]
    public async Task Bounces_are_read_from_a_real_mailbox_and_what_cannot_be_read_is_set_aside()
    {
        Assert.SkipUnless(Dovecot.Installed, "dovecot-imapd is not installed here.");
        var ct = TestContext.Current.CancellationToken;
        await using var server = new FakeMailServer();
        await using var imap = await Dovecot.Start();
        await using var network = await TheNetwork.Begin(
            host: b =>
            {
                b.Services.AddSingleton<ILetterComposer, TestComposer>();
                b.Services.AddSingleton<IReceivesMail, Poisoned>();
            },
            settings: s => Bouncy(server.Use(s)) with { Mail = Bouncy(server.Use(s)).Mail with { Imap = MailServer.TryParse($"imap://bounces:secret@127.0.0.1:{imap.Port}/INBOX?tls=none", ["imap"]) } });
        var batch = await network.Send("gone@a.example");
        var to = server.Taken.Single().From;
        imap.Deliver("From: poison@a.example\nTo: office@network.example\nSubject: Poison\n\nOops\n");
        imap.Deliver("From: chair@a.example\nTo: office@network.example\nSubject: I am away\nAuto-Submitted: auto-replied\n\nWho takes this?\n");
        imap.Deliver(Report(to, "gone@a.example", "failed", "5.1.1"));
        var inbox = network.Services.GetRequiredService<Inbox>();

        (await inbox.Read(ct)).ShouldBe(1);
        (await inbox.Read(ct)).ShouldBe(0);

        (await network.Letter(batch, "gone@a.example")).State.ShouldBe(DeliveryState.Bounced);
        var aside = await network.Db(db => db.Set<SetAsideMail>().SingleAsync());
        (aside.From, aside.Subject, aside.Why).ShouldBe(("poison@a.example", "Poison", "this one breaks its reader"));
        imap.Flags.Order().ShouldBe(["", "FS", "S"]);
    }

    private static Task<TheNetwork> Begin(FakeMailServer server) => MailingExtensions.BeginWith(server, Bouncy);

    private static Secretariat.Platform.Settings Bouncy(Secretariat.Platform.Settings settings) => settings with { Mail = settings.Mail with { BounceDomain = "bounces.network.example" } };

    private static Task<bool> Receive(TheNetwork network, string to, string message) => network.In(async s =>
    {
        foreach (var receiver in s.GetServices<IReceivesMail>().OrderBy(r => r.Order))
            if (await receiver.Take(new InboundMail([to], "", "", System.Text.Encoding.ASCII.GetBytes(message.ReplaceLineEndings("\r\n"))), default)) return true;
        return false;
    });

    private static string Report(string to, string about, string action, string status) =>
        $"""
        From: Mail Delivery System <mailer-daemon@relay.example>
        To: {to}
        Subject: Delivery report
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="x"

        --x
        Content-Type: text/plain

        About your letter.

        --x
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.example

        Final-Recipient: rfc822; {about}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} Sorry, no

        --x--

        """;

    private sealed class Poisoned : IReceivesMail
    {
        public int Order => -1;

        public Task<bool> Take(InboundMail mail, CancellationToken ct) => mail.Subject == "Poison" ? throw new FormatException("this one breaks its reader") : Task.FromResult(false);
    }
}
