using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Secretariat.Members.Consent;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Unsubscribing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Unsubscribing;

public sealed class LeavingTheBulletin
{
    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);

        var page = await (await network.Client().GetAsync(link)).Content.ReadAsStringAsync();

        page.ShouldContain("Stop the bulletin?");
        (await Gets(network)).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_comes_back_to_the_link_is_told_that_it_has_stopped()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        using var program = network.Program();
        await program.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        var page = await (await network.Client().GetAsync(link)).Content.ReadAsStringAsync();

        page.ShouldContain("The bulletin has stopped");
        page.ShouldContain("Send me the bulletin again");
    }

    [Fact]
    public async Task A_form_with_thousands_of_fields_is_refused_and_nothing_breaks()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        using var program = network.Program();

        var answer = await program.PostAsync(link, new FormUrlEncodedContent(Enumerable.Range(0, 5000).Select(n => new KeyValuePair<string, string>($"f{n}", "x"))));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Gets(network)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_click_from_a_mail_program_stops_the_bulletin_and_nothing_else()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        using var program = network.Program();

        var answer = await program.PostAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await Gets(network)).ShouldBeFalse();
        (await network.Db(db => db.Set<Suppression>().Select(s => s.Class).ToListAsync())).ShouldBe([Readers.List]);
    }

    [Fact]
    public async Task A_mail_program_may_press_twice_and_in_another_form()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        using var program = network.Program();
        var form = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };

        (await program.PostAsync(link, form)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.PostAsync(link, null)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await network.Db(db => db.Set<Unsubscription>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task There_is_a_way_back_in()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        var browser = network.Client();
        await browser.PostAsync(link, new FormUrlEncodedContent([]));
        (await Gets(network)).ShouldBeFalse();

        var page = await (await browser.PostAsync(link, new FormUrlEncodedContent([new("again", "1")]))).Content.ReadAsStringAsync();

        page.ShouldContain("You get the bulletin again");
        (await Gets(network)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_link_that_this_network_did_not_sign_does_nothing()
    {
        await using var network = await TheNetwork.Begin();
        var link = await Link(network);
        var browser = network.Client();
        foreach (var broken in new[] { link[..^1], link[..^4] + "AAAA", "/u/x", "/u/" + new string('A', 700), "/u/%3Cscript%3E" })
            (await browser.PostAsync(broken, new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.NotFound, broken);

        (await Gets(network)).ShouldBeTrue();
    }

    [Fact]
    public async Task Each_letter_carries_the_way_out_that_mail_programs_press()
    {
        await using var network = await TheNetwork.Begin();
        await network.HasReader("X1", "Ada Ash");
        var edition = await network.HasEdition("A harbour that saves power");
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, network.Now);
        await network.MoveTo(network.Now.AddMinutes(1));
        var source = (await network.Db(db => db.Set<MailboxLetter>().SingleAsync())).Read();
        using var letter = await MimeMessage.LoadAsync(new MemoryStream(source));

        letter.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        letter.Headers["List-Id"].ShouldNotBeNull().ShouldStartWith("<bulletin.");
        var way = letter.Headers["List-Unsubscribe"]!.Trim('<', '>');
        letter.TextBody.ShouldNotBeNull().ShouldContain(way);
        letter.HtmlBody.ShouldNotBeNull().ShouldContain(way);
        letter.HtmlBody.ShouldNotBeNull().ShouldNotContain("{{");

        using var program = network.Program();
        await program.PostAsync(new Uri(way).AbsolutePath, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        (await Gets(network)).ShouldBeFalse();
    }

    private static async Task<string> Link(TheNetwork network)
    {
        var (_, person) = await network.HasReader("X1", "Ada Ash");
        return "/u/" + network.Services.GetRequiredService<LeaveTokens>().For(Readers.List, person.Id, person.Email);
    }

    private static Task<bool> Gets(TheNetwork network) => network.In(async s => (await s.GetRequiredService<Readers>().Expected(new DateOnly(2017, 10, 16), default)).Single().Gets);
}

internal static class MailPrograms
{
    /// <summary>Sends no origin and no cookie and follows nothing, as a mail provider does.</summary>
    public static HttpClient Program(this TheNetwork network) => ((TestServer)network.Services.GetRequiredService<IServer>()).CreateClient();
}
