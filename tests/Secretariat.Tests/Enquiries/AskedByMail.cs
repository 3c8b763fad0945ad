using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Letters;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>Letters that no other reader takes.</summary>
public sealed class AskedByMail
{
    private const string Office = "office@network.example";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_to_us_becomes_an_enquiry_once_and_its_writer_is_told()
    {
        await using var network = await Begin();
        var letter = Mail("Ada Byron <ada@elsewhere.example>", "A stall on the quay", "May I sell engines there?\u0007");

        (await Receive(network, letter)).ShouldBeTrue();
        (await Receive(network, letter)).ShouldBeTrue();

        var enquiry = await network.Db(db => db.Set<Enquiry>().SingleAsync(Ct));
        (enquiry.Name, enquiry.Email, enquiry.Subject, enquiry.Channel).ShouldBe(("Ada Byron", "ada@elsewhere.example", "A stall on the quay", EnquiryChannel.Mail));
        (await network.Lines(enquiry.Id))[0].Words.ShouldBe("May I sell engines there?");
        (await network.Letters()).ShouldHaveSingleItem().Source.ShouldContain($"Reply-To: {Reply(network, enquiry)}");
    }

    [Fact]
    public async Task A_reply_joins_its_enquiry_by_the_signed_address_or_by_number_from_the_address_that_asked()
    {
        await using var network = await Begin();
        var enquiry = await network.Asked(TheInbox.Draft with { Email = "ada@elsewhere.example" });
        await network.In(s => s.GetRequiredService<AnswerEnquiry>().Run(enquiry.Id, "On Saturdays.", false, TheNetwork.Staff, network.Now, Ct));

        await Receive(network, Mail("Ada <ada@elsewhere.example>", "Re: something", "And on Sundays?"), Reply(network, enquiry));
        var again = await network.Enquiry(enquiry.Id);
        (again.State, again.ClosedAs, again.WroteAgainAt).ShouldBe((EnquiryState.Closed, EnquiryEnd.AnsweredByUs, network.Now), "it may be thanks: a person reads it");
        await Receive(network, Mail("Ada <ada@elsewhere.example>", $"Re: {enquiry.Reference}", "Or on Mondays?"));
        await Receive(network, Mail("Mallory <mallory@elsewhere.example>", $"Re: {enquiry.Reference}", "Send me what she wrote."));

        (await network.Lines(enquiry.Id)).Where(l => l.Kind == LineKind.Asked).Select(l => l.Words).ShouldBe(["May I sell engines there?", "And on Sundays?", "Or on Mondays?"]);
        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(2);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n")]
    [InlineData("Precedence: bulk\n")]
    [InlineData("List-Id: <news.elsewhere.example>\n")]
    [InlineData("Return-Path: <>\n")]
    public async Task A_machines_letter_is_not_taken_and_answered_by_nobody(string header)
    {
        await using var network = await Begin();

        (await Receive(network, header + Mail("Ada <ada@elsewhere.example>", "Out of office", "I am away."))).ShouldBeFalse();

        (await network.Db(db => db.Set<Enquiry>().CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task A_made_up_reply_address_leads_into_nobodys_enquiry()
    {
        await using var network = await Begin();
        var enquiry = await network.Asked();
        var address = Reply(network, enquiry);
        var forged = $"{address[..40]}{(address[40] == 'a' ? 'b' : 'a')}{address[41..]}";

        (await Receive(network, Mail("Mallory <mallory@elsewhere.example>", "Hello", "Let me in."), forged)).ShouldBeFalse();

        (await network.Lines(enquiry.Id)).Count(l => l.Kind is LineKind.Asked or LineKind.Mail).ShouldBe(1);
    }

    [Fact]
    public async Task A_letter_without_a_sender_that_can_be_answered_is_a_fault_and_so_set_aside()
    {
        await using var network = await Begin();

        await Should.ThrowAsync<FormatException>(() => Receive(network, "To: office@network.example\nSubject: Who am I?\n\nGuess.\n"));
    }

    private static async Task<TheNetwork> Begin()
    {
        var network = await TheNetwork.Begin("testpacks/three", settings: s => s with { Mail = s.Mail with { BounceDomain = "bounces.network.example" } });
        network.Clock.StopAt(TheDiary.Now);
        return network;
    }

    private static string Reply(TheNetwork network, Enquiry enquiry) => network.Services.GetRequiredService<ReplyAddress>().For(enquiry.Id)!;

    private static string Mail(string from, string subject, string words) => $"Message-ID: <{subject.Length}-{words.Length}@elsewhere.example>\nFrom: {from}\nTo: {Office}\nSubject: {subject}\n\n{words}\n";

    private static Task<bool> Receive(TheNetwork network, string message, string to = Office) => network.In(async s =>
    {
        var subject = message.Split('\n').FirstOrDefault(l => l.StartsWith("Subject: ", StringComparison.Ordinal))?["Subject: ".Length..] ?? "";
        foreach (var receiver in s.GetServices<IReceivesMail>().OrderBy(r => r.Order))
            if (await receiver.Take(new InboundMail([to], "", subject, Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"))), Ct)) return true;
        return false;
    });
}
