using System.Buffers;
using System.Text;
using CsCheck;
using MimeKit;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class Writing
{
    [Fact]
    public async Task A_letter_carries_what_mail_programs_look_for()
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server, s => s with { Mail = s.Mail with { BounceDomain = "bounces.network.example" } });
        var batch = await network.Send("sam@b.example");

        var taken = server.Taken.Single();
        var letter = taken.Message;
        var row = await network.Letter(batch, "sam@b.example");
        letter.From.ToString().ShouldBe("\"The Network\" <secretariat@network.example>");
        letter.To.ToString().ShouldBe("sam@b.example");
        letter.Subject.ShouldBe("News for sam");
        letter.MessageId.ShouldBe($"{row.Id:N}@network.example");
        letter.Date.ShouldBe(network.Now);
        letter.Headers[HeaderId.ListId].ShouldBe("<bulletin.network.example>");
        letter.Headers[HeaderId.ListUnsubscribe].ShouldBe($"<https://network.example/u/{row.Id:N}>");
        letter.Headers[HeaderId.ListUnsubscribePost].ShouldBe("List-Unsubscribe=One-Click");
        letter.TextBody!.ReplaceLineEndings("\n").TrimEnd().ShouldBe("Dear sam,\n.a dot first\nFrom us");
        letter.HtmlBody!.ReplaceLineEndings("\n").TrimEnd().ShouldBe("<p>Dear sam, ünïcode and <b>{{not a hole}}</b>.</p>\n<p>.A dot first</p>");
        taken.From.ShouldEndWith("@bounces.network.example");
        network.Services.GetRequiredService<ReturnPath>().Delivery(taken.From).ShouldBe(row.Id);
    }

    [Theory]
    [InlineData("Zoë & <script>alert(1)</script>")]
    [InlineData("two\r\nBcc: everybody@a.example")]
    [InlineData("{{token}}")]
    public async Task What_fills_a_hole_stays_words(string name)
    {
        await using var server = new FakeMailServer();
        await using var network = await MailingExtensions.BeginWith(server);
        var batch = Guid.CreateVersion7();
        await network.Freeze(batch, new Recipient(null, "sam@b.example", new Dictionary<string, string> { ["name"] = name }));
        await network.Drain();

        var letter = server.Taken.Single().Message;
        letter.Subject.ShouldBe("News for " + name.Replace("\r\n", " "));
        letter.Bcc.ShouldBeEmpty();
        letter.TextBody!.ReplaceLineEndings("\r\n").ShouldStartWith($"Dear {name},");
        letter.HtmlBody!.ShouldNotContain("<script>");
    }

    [Fact]
    public void Quoted_printable_reads_back_as_it_was_in_pieces_and_whole() =>
        Gen.String[Gen.Char["aF. =\t\né–\u0001z"], 0, 400].Array[1, 5].Sample(pieces =>
        {
            var buffer = new ArrayBufferWriter<byte>();
            foreach (var piece in pieces) QuotedPrintable.Write(piece, buffer);
            var written = Encoding.ASCII.GetString(buffer.WrittenSpan);

            var content = new MimeContent(new MemoryStream(buffer.WrittenSpan.ToArray()), ContentEncoding.QuotedPrintable);
            using var read = new MemoryStream();
            content.DecodeTo(read);
            Encoding.UTF8.GetString(read.ToArray()).ReplaceLineEndings("\n").ShouldBe(string.Concat(pieces).ReplaceLineEndings("\n"));
            foreach (var line in written.Split("\r\n"))
            {
                line.Length.ShouldBeLessThanOrEqualTo(76);
                line.ShouldNotStartWith(".");
                line.ShouldNotEndWith(" ");
                line.ShouldNotContain("  ");
            }
        }, iter: 2_000);

    [Fact]
    public void A_return_path_names_its_letter_and_cannot_be_made_up()
    {
        var paths = new ReturnPath(new MailSettings { BounceDomain = "b.example" }, [1, 2, 3]);
        var id = Guid.CreateVersion7();
        var address = paths.For(id);

        address.IndexOf('@').ShouldBeLessThanOrEqualTo(64);
        paths.Delivery(address).ShouldBe(id);
        paths.Delivery(address.ToUpperInvariant()).ShouldBe(id, "some servers fold the case");
        new ReturnPath(new MailSettings { BounceDomain = "b.example" }, [1, 2, 4]).Delivery(address).ShouldBeNull();
        for (var i = 0; i < address.IndexOf('@'); i++)
            paths.Delivery(address[..i] + (address[i] == 'a' ? 'b' : 'a') + address[(i + 1)..]).ShouldBeNull();
        paths.Delivery("someone@b.example").ShouldBeNull();
    }

    [Theory]
    [InlineData("smtp://host", "host:25", MailTls.Opportunistic, null)]
    [InlineData("smtp://me:a%40b@host:587", "host:587", MailTls.Required, "a@b")]
    [InlineData("smtp://me:x@host:587?tls=none", "host:587", MailTls.None, "x")]
    [InlineData("smtps://me:x@host", "host:465", MailTls.Required, "x")]
    public void A_mail_server_is_read_from_its_address(string text, string shown, MailTls tls, string? password)
    {
        var server = MailServer.TryParse(text, ["smtp", "smtps"]).ShouldNotBeNull();

        (server.ToString(), server.Tls, server.Password).ShouldBe((shown, tls, password));
    }

    [Theory]
    [InlineData("host:25")]
    [InlineData("http://host")]
    [InlineData("smtp://host?tls=maybe")]
    [InlineData("smtp://host?starttls=1")]
    public void An_address_that_names_no_mail_server_is_one_line_at_the_start(string text)
    {
        var faults = new List<string>();
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Mail:Smtp", text)]).Build(), faults);

        faults.ShouldHaveSingleItem().ShouldStartWith("Mail__Smtp must look like");
    }
}
