using System.Diagnostics;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class RealSink
{
    private const string Program = "/usr/sbin/smtp-sink";

    [Fact]
    public async Task Postfixs_own_sink_takes_a_bulletin_to_all_members()
    {
        Assert.SkipUnless(File.Exists(Program), "postfix is not installed here.");
        var port = PostgresServer.FreePort();
        string[] user = Environment.UserName == "root" ? ["-u", "postfix"] : [];
        using var sink = Process.Start(new ProcessStartInfo(Program, [.. user, $"127.0.0.1:{port}", "100"]))!;
        try
        {
            await using var unused = new FakeMailServer();
            await using var network = await MailingExtensions.BeginWith(unused, s => s with { Mail = s.Mail with { Smtp = MailServer.TryParse($"smtp://127.0.0.1:{port}", ["smtp"]) } });

            var batch = await network.Send(Enumerable.Range(1, 380).Select(i => $"p{i}@m{i % 38}.example"));

            (await network.Counts(batch)).ShouldBe("380 sent");
        }
        finally
        {
            sink.Kill();
            await sink.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
