using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Commands;
using Secretariat.Platform;
using Secretariat.Platform.Access;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Mailing;

public sealed class WhoReadsTheMailbox
{
    [Theory]
    [InlineData(Role.Staff, false, false)]
    [InlineData(Role.Admin, false, true)]
    [InlineData(Role.Staff, true, true)]
    public async Task Outside_the_demo_only_administrators_find_letters_that_let_somebody_sign_in(Role role, bool demo, bool finds)
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = demo });
        await network.Db(async db =>
        {
            await Letters.Post(db, network.Clock, Notice("123456 is your code", Priority.Account), default);
            await Letters.Post(db, network.Clock, Notice("Papers for Monday", Priority.Service), default);
        });
        await network.Drain();
        var code = await network.Db(db => db.Set<MailboxLetter>().Where(l => l.Subject.Contains("code")).Select(l => l.Id).SingleAsync());
        using var reader = await network.ClientAs(role);

        foreach (var page in new[] { "/desk/mailbox", "/desk/mailbox?to=ada" })
        {
            var list = await reader.GetStringAsync(page);
            list.ShouldContain("Papers for Monday");
            list.Contains("123456").ShouldBe(finds);
        }
        foreach (var part in new[] { "", "/html", "/source" })
            (await reader.GetAsync($"/desk/mailbox/{code}{part}")).StatusCode.ShouldBe(finds ? HttpStatusCode.OK : HttpStatusCode.NotFound, part);
    }

    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(false, "smtp://mail.example", false)]
    public async Task Serving_without_a_mail_server_is_warned_of_at_the_start(bool demo, string? server, bool warned)
    {
        var heard = new CountedLines();
        await using var network = await TheNetwork.Begin(settings: s => s with { Demo = demo, Mail = s.Mail with { Smtp = server is null ? null : MailServer.TryParse(server, ["smtp"]) } });

        ServeVerb.WarnOfMailbox(network.Services.GetRequiredService<Settings>(), heard);

        heard.Lines.Any(l => l.StartsWith("Warning: Mail__Smtp is not set")).ShouldBe(warned);
    }

    private sealed class CountedLines : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }

    private static OneLetter Notice(string subject, Priority priority) =>
        new(NoticeComposer.ClassName, subject, "ada@m.example") { Priority = priority, Words = new LetterWords(subject, $"<p>{subject}</p>", subject) };
}
