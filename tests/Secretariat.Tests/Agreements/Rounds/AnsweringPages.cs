using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>Answering by link, signed in, and through staff.</summary>
public sealed class AnsweringPages
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Chair_answers_by_the_link_without_an_account_and_changes_it_before_closing()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        var link = await network.LinkOf(round, 1);
        using var phone = network.Client();

        using var shown = await phone.GetAsync(link, Ct);
        var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Ct));
        page.ShouldContain("Members want <strong>longer</strong> transport funding.");
        page.ShouldContain("I am Chair 01, Chair");
        page.ShouldContain("I answer for Chair 01");
        page.ShouldContain("about 30 seconds");
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        shown.Headers.GetValues("X-Robots-Tag").ShouldContain("noindex, nofollow");
        (await network.Log(round)).ShouldBeEmpty("opening a link answers nothing: mail filters open every one");

        var thanks = WebUtility.HtmlDecode(await phone.GetStringAsync(await Sent(phone, link, round, ("Input.Answer", "Agree"), ("Input.As", "self")), Ct));
        thanks.ShouldContain("Thank you. This is recorded");
        thanks.ShouldContain("You can change it until");
        await Sent(phone, link, round, ("Input.Answer", "Object"), ("Input.Reason", "Not this corridor."), ("Input.As", "self"));

        (await network.Log(round)).Select(r => (r.Answer, r.Name, r.Capacity, r.Way)).ShouldBe([(Answer.Agree, "Chair 01", "Chair", AnswerWay.Link), (Answer.Object, "Chair 01", "Chair", AnswerWay.Link)]);
    }

    [Fact]
    public async Task An_objection_without_a_reason_is_refused_and_what_was_typed_is_kept()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        using var phone = network.Client();

        var answer = await phone.Submit(await network.LinkOf(round, 1), null, ("Input.Hash", round.Latest.Hash), ("Input.Answer", "Object"), ("Input.As", "self"), ("Input.Comment", "Typed with one thumb"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        page.ShouldContain("Say why you object");
        page.ShouldContain("Typed with one thumb");
        (await network.Log(round)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_answers_for_a_Chair_says_so_and_the_Chair_is_told()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        using var phone = network.Client();

        await Sent(phone, await network.LinkOf(round, 1), round, ("Input.Answer", "Agree"), ("Input.As", "for"), ("Input.Through", "Nuala Ferris"));

        (await network.Log(round)).Single().Through.ShouldBe("Nuala Ferris");
        (await network.Db(db => db.Set<Batch>().SingleAsync(b => b.Class == "round-recorded", Ct))).Title.ShouldStartWith("Answer recorded");
    }

    [Fact]
    public async Task A_link_answers_for_its_own_member_and_round_only_and_a_broken_or_old_one_gets_a_clear_page()
    {
        await using var network = await Asked.Network(3);
        var (one, two) = (await network.HasRound(), await network.HasRound());
        var (mine, theirs) = (await network.Asks(one, 1), await network.Asks(one, 2));
        var tokens = network.Services.GetRequiredService<AnswerTokens>();
        using var phone = network.Client();

        // A genuine token for a pair that was never asked, and one whose round is another.
        var wrongMember = "/a/" + tokens.For(one.Id, theirs.Elector.Id, mine.Chair.Id);
        (await phone.GetAsync(wrongMember, Ct)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var refused = await phone.PostAsync(wrongMember, new FormUrlEncodedContent([new("Input.Hash", one.Latest.Hash), new("Input.Answer", "Agree"), new("Input.As", "self")]), Ct);
        refused.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await phone.GetAsync("/a/" + tokens.For(two.Id, mine.Elector.Id, mine.Chair.Id), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var broken = (await network.LinkOf(one, 1))[..^3];
        var page = await phone.GetAsync(broken, Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await page.Content.ReadAsStringAsync(Ct)).ShouldContain("This link does not work");
        (await network.Db(db => db.Set<Response>().CountAsync(Ct))).ShouldBe(0);

        using var chair = await network.ClientOf(mine.Chair.Id, mine.Chair.Name);
        (await chair.GetAsync($"/my/rounds/{theirs.Elector.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await chair.GetStringAsync("/my/rounds", Ct)).ShouldContain($"/my/rounds/{mine.Elector.Id}");
        var answered = await chair.Submit($"/my/rounds/{mine.Elector.Id}", null, ("Input.Hash", one.Latest.Hash), ("Input.Answer", "Abstain"), ("Input.As", "self"));
        answered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Log(one)).Single().Way.ShouldBe(AnswerWay.Portal);
    }

    [Fact]
    public async Task An_answer_logged_without_evidence_is_refused_and_one_with_it_is_told_to_the_member()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        var (elector, chair) = await network.Asks(round, 2);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/log?elector={elector.Id}";
        (string, string)[] said = [("Input.Hash", round.Latest.Hash), ("Input.Person", chair.Id.ToString()), ("Input.Answer", "Agree"), ("Input.Comment", "Said on the telephone")];

        var refused = WebUtility.HtmlDecode(await (await staff.Submit(page, null, said)).Content.ReadAsStringAsync(Ct));
        refused.ShouldContain("needs its evidence");
        refused.ShouldContain("Said on the telephone");
        (await staff.Submit(page, null, [.. said, ("Input.Evidence", "Rang at 11:20; read it with me.")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var line = (await network.Log(round)).Single();
        (line.Way, line.Name, line.Evidence).ShouldBe((AnswerWay.LoggedByStaff, "Chair 02", "Rang at 11:20; read it with me."));
        line.EnteredBy.ShouldNotBeNull();
        (await network.Db(db => db.Set<Delivery>().Join(db.Set<Batch>(), d => d.Batch, b => b.Id, (d, b) => new { d.Address, b.Class }).SingleAsync(d => d.Class == "round-recorded", Ct))).Address.ShouldBe(chair.Email);
    }

    [Fact]
    public async Task The_letter_brings_each_Chair_their_own_link()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(2, server: server);
        var round = await network.HasRound();

        await network.Drain();

        var letters = server.Taken.ToDictionary(l => l.To, l => l.Message.TextBody!);
        letters.Count.ShouldBe(2);
        foreach (var n in new[] { 1, 2 })
        {
            var letter = letters[$"chair{n:00}@m{n:00}.example"];
            letter.ShouldContain(await network.LinkOf(round, n));
            letter.ShouldContain($"A question for Member {n:00}");
        }
    }

    [Fact]
    public async Task Staff_write_open_and_follow_a_round_on_the_desk_and_anyone_recounts_its_export()
    {
        await using var network = await Asked.Network(4);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/rounds", Ct)).ShouldContain("No rounds yet");
        using var written = await staff.Submit("/desk/rounds/new", null, ("Input.Kind", "AgreeText"), ("Input.Title", "Do you agree?"), ("Input.Rule", "collective-agreement"), ("Input.Subject", "Transport"),
            ("Input.Text", "Longer funding."), ("Input.Links", "The paper https://member.example/paper"), ("Input.ClosesDay", "2017-10-23"), ("Input.ClosesTime", "17:00"));
        var address = written.Headers.Location!.OriginalString;
        var id = Guid.Parse(address.Split('/')[^1]);
        (await staff.GetStringAsync($"{address}/open", Ct)).ShouldContain("4 members");
        (await staff.Submit($"{address}/open", null, ("version", "0"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var round = await network.Round(id);
        await network.AllAnswer(round, 1, 3);
        (await staff.GetStringAsync($"{address}/call-sheet", Ct)).ShouldContain("Member 04");
        var elector = (await network.Asks(round, 4)).Elector;
        (await staff.Submit($"{address}/call-sheet", $"{address}/call-sheet?handler=called&elector={elector.Id}&outcome=NoReply")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetStringAsync($"{address}/call-sheet", Ct)).ShouldContain(": No reply");
        foreach (var page in new[] { "", "/log", "/version", "/close" }) (await staff.GetStringAsync(address + page, Ct)).ShouldContain("Do you agree?");
        (await (await staff.Submit($"{address}/close")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say why it closes now");
        (await staff.Submit($"{address}/close", null, ("Input.Why", "The inquiry moved its date."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await staff.GetStringAsync(address, Ct)).ShouldContain("It gave a mandate for exactly this text");
        var export = JsonNode.Parse(await staff.GetStringAsync($"{address}/export", Ct))!;
        Tally.Of(RoundLog.Parse(export["log"]!.ToJsonString())).Canonical().ShouldBe(Count.Parse(export["result"]!.ToJsonString()).Canonical());

        var (token, secret) = ApiToken.Make("A test", Role.Staff, network.Now);
        await network.Has(token);
        using var api = network.Client();
        api.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        var mandate = (await api.GetFromJsonAsync<JsonObject>("/api/v1/mandates", Ct))!["items"]![0]!;
        (mandate["whose"]!.GetValue<string>(), mandate["state"]!.GetValue<string>(), mandate["hash"]!.GetValue<string>()).ShouldBe(("3 members", "in-force", round.Latest.Hash));
        (await api.GetFromJsonAsync<JsonObject>("/api/v1/rounds", Ct))!["items"]![0]!["outcome"]!.GetValue<string>().ShouldBe("passed");
        (await api.GetFromJsonAsync<JsonObject>($"/api/v1/rounds/{id}/responses", Ct))!["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Staff_look_at_the_redline_first_and_then_send_the_new_version_round()
    {
        await using var network = await Asked.Network(4);
        using var staff = await network.ClientAs(Role.Staff);
        var round = await network.HasRound();
        var page = $"/desk/rounds/{round.Id}/version";

        using var looked = await staff.Submit(page, $"{page}?handler=look", ("Input.Text", "Longer funding, and sooner."));
        (await looked.Content.ReadAsStringAsync(Ct)).ShouldContain("<ins>");
        (await network.Round(round.Id)).Latest.Number.ShouldBe(1);
        WebUtility.HtmlDecode(await (await staff.Again(looked, page, ("Input.ClosesDay", "2017-10-01"))).Content.ReadAsStringAsync(Ct)).ShouldContain("choose a closing time that lies ahead");
        (await staff.Again(looked, page)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Round(round.Id)).Latest.Number.ShouldBe(2);
    }

    private static async Task<string> Sent(HttpClient phone, string link, Round round, params (string, string)[] values)
    {
        using var answer = await phone.Submit(link, null, [("Input.Hash", round.Latest.Hash), .. values]);
        if (answer.StatusCode != HttpStatusCode.Redirect) WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)).ShouldBe("a redirect");
        return answer.Headers.Location!.OriginalString;
    }
}
