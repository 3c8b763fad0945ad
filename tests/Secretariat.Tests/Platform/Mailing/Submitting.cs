using System.Text.Json;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class Submitting
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("smtp", false)]
    [InlineData("smtps", true)]
    public async Task A_server_that_proves_its_name_gets_password_and_letter_encrypted(string scheme, bool fromTheFirstByte)
    {
        await using var server = new SubmissionServer { TlsFromTheFirstByte = fromTheFirstByte };
        await using var network = await TheNetwork.Begin();
        var batch = Guid.CreateVersion7();
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(
            new BatchPlan(batch, NoticeComposer.ClassName, "A notice", Priority.Outward, DateTimeOffset.UnixEpoch) { Content = JsonSerializer.Serialize(new LetterWords("News", "<p>News</p>", "News")) },
            [new Recipient(null, "chair@a.example")], TheNetwork.Staff, Ct));
        // Whom a machine trusts is read once by a process, so this takes one of its own.
        var trusted = Path.Combine(network.Folder, "trusted.pem");
        await File.WriteAllTextAsync(trusted, server.Certificate, Ct);

        using var program = TheProgram.Serve(network, ("SSL_CERT_FILE", trusted), ("Mail__Smtp", $"{scheme}://me:secret@localhost:{server.Port}{(fromTheFirstByte ? "" : "?tls=required")}"));
        try
        {
            while (!program.HasExited && (await network.Batch(batch)).State != BatchState.Done) await Task.Delay(20, Ct);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(Ct);
        }

        server.Taken.ShouldBe([new SubmissionServer.Letter("chair@a.example", Encrypted: true, SignedIn: true)]);
        server.HeardInTheClear.Where(l => !l.StartsWith("EHLO ")).ShouldBe(fromTheFirstByte ? [] : ["STARTTLS"]);
    }

    [Fact]
    public async Task Without_encryption_nothing_goes_to_a_server_that_must_encrypt()
    {
        await using var server = new SubmissionServer { OffersTls = false };
        await using var network = await Begin(server, "me:secret@", "required");

        await NothingGoes(network, server, $"The mail server localhost:{server.Port} offers no encryption, and Mail__Smtp requires it. Ask its operator, or write tls=opportunistic.");
    }

    [Theory]
    [InlineData("elsewhere.example", "RemoteCertificateNameMismatch")]
    [InlineData("localhost", "UntrustedRoot")]
    public async Task Nothing_goes_to_a_server_that_cannot_prove_its_name(string madeOutTo, string fault)
    {
        await using var server = new SubmissionServer(madeOutTo);
        await using var network = await Begin(server, "me:secret@", "required");

        await NothingGoes(network, server, $"The mail server localhost:{server.Port} could not prove that it is localhost: ", fault);
        server.HeardInTheClear.Where(l => !l.StartsWith("EHLO ")).ShouldBe(["STARTTLS"]);
    }

    [Fact]
    public async Task Opportunistic_encryption_takes_any_certificate()
    {
        await using var server = new SubmissionServer("elsewhere.example");
        await using var network = await Begin(server, "", "opportunistic");

        await network.Send("chair@a.example");

        server.Taken.ShouldBe([new SubmissionServer.Letter("chair@a.example", Encrypted: true, SignedIn: false)]);
    }

    [Fact]
    public async Task Opportunistic_encryption_goes_without_where_none_is_offered()
    {
        await using var server = new SubmissionServer { OffersTls = false };
        await using var network = await Begin(server, "", "opportunistic");

        await network.Send("chair@a.example");

        server.Taken.ShouldBe([new SubmissionServer.Letter("chair@a.example", Encrypted: false, SignedIn: false)]);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task The_right_password_lets_letters_out_and_a_wrong_one_none(string login)
    {
        await using var server = new SubmissionServer { Login = login };
        await using (var network = await Begin(server, "me:secret@", "opportunistic"))
            await network.Send("chair@a.example");
        server.Taken.ShouldBe([new SubmissionServer.Letter("chair@a.example", Encrypted: true, SignedIn: true)]);
        server.Taken.Clear();

        await using var other = await Begin(server, "me:guess@", "opportunistic");
        await NothingGoes(other, server, $"The mail server localhost:{server.Port} refuses our name and password: 535 5.7.8 Wrong name or password. Correct Mail__Smtp.");
    }

    [Fact]
    public async Task A_server_that_offers_no_way_to_sign_in_that_we_know_is_said_aloud()
    {
        await using var server = new SubmissionServer { Login = "X-SECRET-HANDSHAKE" };
        await using var network = await Begin(server, "me:secret@", "opportunistic");

        await NothingGoes(network, server, $"The mail server localhost:{server.Port} offers no way to sign in that we know (X-SECRET-HANDSHAKE).");
    }

    [Fact]
    public async Task Answers_from_before_the_encryption_do_not_count_after_it()
    {
        // Believed, they would be the answer to the second EHLO, and leave no way to sign in.
        await using var server = new SubmissionServer { Injected = "\r\n250-evil.example\r\n250 8BITMIME" };
        await using var network = await Begin(server, "me:secret@", "opportunistic");

        await network.Send("chair@a.example");

        server.Taken.ShouldBe([new SubmissionServer.Letter("chair@a.example", Encrypted: true, SignedIn: true)]);
    }

    private static Task<TheNetwork> Begin(SubmissionServer server, string login, string tls) =>
        TheNetwork.Begin(host: b => b.Services.AddSingleton<ILetterComposer, TestComposer>(), settings: s => server.Use(s, login, tls));

    private static async Task NothingGoes(TheNetwork network, SubmissionServer server, params string[] words)
    {
        var batch = await network.Send("chair@a.example");

        server.Taken.ShouldBeEmpty();
        (await network.Counts(batch)).ShouldBe("1 queued");
        var said = network.Services.GetRequiredService<SendingTrouble>().Sentences.ShouldHaveSingleItem();
        foreach (var word in words) said.ShouldContain(word);
        said.ShouldNotContain("secret@");
    }
}
