using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.Statements;

namespace Secretariat.Tests.Agreements.Statements;

/// <summary>Mandates on the desk: what they say, how a text is carried out by hand, and how they end.</summary>
public sealed class MandatePages
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mandates_page_says_what_whose_view_until_when_and_who_did_not_agree()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1, Asked.Draft() with { MandateUntil = new DateOnly(2017, 12, 31) });
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync("/desk/mandates", Ct)).ShouldContain($"/desk/mandates/{mandate.Id}");
        var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/mandates/{mandate.Id}", Ct));

        page.ShouldContain("Members want <strong>longer</strong> transport funding.");
        page.ShouldContain(mandate.Hash);
        page.ShouldContain("4 members, listed");
        page.ShouldContain("Sunday 31 December 2017");
        page.ShouldContain("It names one corridor only.");
        page.ShouldContain("Whose view it is: Transport funding");
        page.ShouldContain("Nothing yet.");
        page.ShouldContain("Write down its paragraph");
    }

    [Fact]
    public async Task By_hand_a_sealed_file_is_made_and_its_receipt_comes_back()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(3, 1);
        using var staff = await network.ClientAs(Role.Staff);

        var page = await Location(staff.Submit($"/desk/mandates/{mandate.Id}/statement", null, ("Input.Channel", "Portal"), ("Input.To", "HM Treasury’s portal"), ("Input.Sender", "")));

        var release = (await network.Releases()).ShouldHaveSingleItem();
        (release.Channel, release.Title, release.Hash, release.AwaitsReceipt).ShouldBe((ReleaseChannel.Portal, "HM Treasury’s portal", mandate.Hash, true));
        var file = await staff.GetByteArrayAsync($"{page}?handler=sealed", Ct);
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(release.SealedHash);
        var told = JsonNode.Parse(file)!;
        told["statement_sha256"]!.GetValue<string>().ShouldBe(mandate.Hash);
        CanonicalJson.Hash(CanonicalJson.Of(told["statement"]!.DeepClone())).ShouldBe(mandate.Hash, "whoever gets it computes the hash from the words");
        told["mandate"]!["view_of"]!.GetValue<string>().ShouldBe("3 members, listed");
        var round = await network.Round(mandate.Round);
        told["round"]!["log_sha256"]!.GetValue<string>().ShouldBe(CanonicalJson.Hash(await network.Db(async db => (await db.Log(round, round.Ends, Ct)).Counted().Canonical())));
        var reading = WebUtility.HtmlDecode(await staff.GetStringAsync($"{page}?handler=readable", Ct));
        reading.ShouldContain(release.SealedHash!);
        reading.ShouldContain("This is the view of 3 of 4 members");
        (await network.Today()).ShouldContain(t => t.Fact.Contains("The receipt of a statement taken out by hand") && t.Href == page);

        await Location(staff.Submit(page, null, ("Input.On", "2017-10-23"), ("Input.Receipt", "Reference 4711")));

        var kept = (await network.Releases()).Single();
        (kept.HandedInOn, kept.Receipt, kept.AwaitsReceipt).ShouldBe((new DateOnly(2017, 10, 23), "Reference 4711", false));
    }

    [Fact]
    public async Task A_letter_is_sent_by_a_named_sender_whom_we_know()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        using var staff = await network.ClientAs(Role.Staff);
        async Task<HttpResponseMessage> Send(string sender) => await staff.Submit($"/desk/mandates/{mandate.Id}/statement", null, ("Input.Channel", "Letter"), ("Input.To", "The Secretary of State"), ("Input.Sender", sender));

        WebUtility.HtmlDecode(await (await Send("")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say who signs the letter");
        WebUtility.HtmlDecode(await (await Send("nobody@elsewhere.example")).Content.ReadAsStringAsync(Ct)).ShouldContain("Nobody here has this address");
        await Location(Send("chair01@m01.example"));

        (await network.Releases()).ShouldHaveSingleItem().SenderName.ShouldBe("Chair 01");
    }

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Admin)]
    public async Task A_withdrawn_mandate_marks_what_it_released_and_gives_nothing_out_to_anybody(Role role)
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        using var browser = await network.ClientAs(role);
        var release = await Location(browser.Submit($"/desk/mandates/{mandate.Id}/statement", null, ("Input.Channel", "Portal"), ("Input.To", "The Treasury"), ("Input.Sender", "")));

        WebUtility.HtmlDecode(await (await browser.Submit($"/desk/mandates/{mandate.Id}/withdraw", null, ("Input.Version", "0"), ("Input.DecidedBy", ""), ("Input.Why", "Wrong."))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say who decided it");
        await Location(browser.Submit($"/desk/mandates/{mandate.Id}/withdraw", null, ("Input.Version", "0"), ("Input.DecidedBy", "The Management Board"), ("Input.Why", "The figures were wrong.")));

        WebUtility.HtmlDecode(await browser.GetStringAsync($"/desk/mandates/{mandate.Id}", Ct)).ShouldContain("mandate withdrawn on 23 October 2017");
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(release, Ct));
        page.ShouldContain("The mandate was withdrawn on Monday 23 October 2017 by The Management Board:");
        page.ShouldContain("do not hand it in");
        page.ShouldNotContain("transport funding.");
        (await browser.GetAsync($"{release}?handler=sealed", Ct)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await browser.GetStringAsync($"/desk/mandates/{mandate.Id}/statement", Ct)).ShouldContain("It cannot leave.");
        (await network.Refusals()).ShouldHaveSingleItem().RecordId.ShouldBe(mandate.Id);
    }

    [Fact]
    public async Task Who_objected_writes_the_paragraph_by_link_until_the_text_has_left()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        var round = await network.Round(mandate.Round);
        var (mine, others) = (await network.LinkOf(round, 5), await network.LinkOf(round, 1));
        using var phone = network.Client();

        (await phone.GetStringAsync(others, Ct)).ShouldNotContain("Your paragraph under the text");
        await phone.PostAsync($"{others}?handler=dissent", new FormUrlEncodedContent([new("Paragraph.Text", "So would we."), new("Paragraph.As", "self")]), Ct);
        (await network.Again(mandate)).Dissents.ShouldBeEmpty();
        await Location(phone.Submit(mine, $"{mine}?handler=dissent", ("Paragraph.Text", "We would rather have trams."), ("Paragraph.As", "self"), ("Paragraph.Through", "")));

        var said = (await network.Again(mandate)).Dissents.ShouldHaveSingleItem();
        (said.Text, said.Name, said.Capacity, said.Way).ShouldBe(("We would rather have trams.", "Chair 05", "Chair", AnswerWay.Link));
        WebUtility.HtmlDecode(await phone.GetStringAsync(mine, Ct)).ShouldContain("Member 05, which did not agree, says: We would rather have trams.");

        using var staff = await network.ClientAs(Role.Staff);
        await Location(staff.Submit($"/desk/mandates/{mandate.Id}/statement", null, ("Input.Channel", "Portal"), ("Input.To", "The Treasury"), ("Input.Sender", "")));
        WebUtility.HtmlDecode(await phone.GetStringAsync(mine, Ct)).ShouldContain("Nothing is added any more");
        (await staff.GetStringAsync($"/desk/mandates/{mandate.Id}", Ct)).ShouldNotContain("/dissent?elector=");
    }

    [Fact]
    public async Task Staff_write_a_paragraph_down_with_how_they_know()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        var (elector, chair) = await network.Asks(await network.Round(mandate.Round), 5);
        var (silent, _) = await network.Asks(await network.Round(mandate.Round), 1);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/mandates/{mandate.Id}/dissent?elector={elector.Id}";

        (await staff.GetAsync($"/desk/mandates/{mandate.Id}/dissent?elector={silent.Id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "it agreed");
        WebUtility.HtmlDecode(await (await staff.Submit(page, null, ("Input.Person", $"{chair.Id}"), ("Input.Text", "Trams."), ("Input.Evidence", ""))).Content.ReadAsStringAsync(Ct)).ShouldContain("Say how you know");
        await Location(staff.Submit(page, null, ("Input.Person", $"{chair.Id}"), ("Input.Text", "Trams."), ("Input.Evidence", "Rang at ten.")));

        (await network.Again(mandate)).Dissents.ShouldHaveSingleItem().Evidence.ShouldBe("Rang at ten.");
    }

    [Fact]
    public async Task The_api_says_which_mandates_are_in_force_and_whose_they_are()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (token, secret) = ApiToken.Make("A test", Role.Staff, network.Now);
        await network.Has(token);
        using var program = network.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        async Task<string> Of(string field) => JsonNode.Parse(await program.GetStringAsync("/api/v1/mandates", Ct))!["items"]![0]![field]?.GetValue<string>() ?? "";
        Task<string> State() => Of("state");

        (await State(), await Of("by")).ShouldBe(("in-force", "members"));
        await network.In(s => s.GetRequiredService<Db>().Write(() => s.GetServices<IAfterRestore>().OfType<RestoredRounds>().Single().Stop(s.GetRequiredService<Db>(), Ct), Ct));
        (await State()).ShouldBe("to-be-confirmed", "a restored backup does not know whether it was withdrawn since");
        await network.Withdraw(mandate);
        (await State()).ShouldBe("withdrawn");
    }

    [Fact]
    public async Task After_a_restore_nothing_is_counted_or_let_out_before_somebody_looks()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var open = new Round(Asked.Draft(text: "Members want broadband.") with { ClosesAt = network.Now.AddDays(1) });
        await network.Has(open);
        await network.In(s => s.GetRequiredService<OpenRound>().Run(open.Id, null, TheNetwork.Staff, network.Now, Ct));
        network.Clock.StopAt(network.Now.AddDays(2));

        await network.In(s => s.GetRequiredService<Db>().Write(() => s.GetServices<IAfterRestore>().OfType<RestoredRounds>().Single().Stop(s.GetRequiredService<Db>(), Ct), Ct));
        await network.MoveTo(network.Now.AddHours(1));

        (await network.Round(open.Id)).State.ShouldBe(RoundState.Open);
        using var staff = await network.ClientAs(Role.Staff);
        var today = (await network.Today()).Select(t => t.Fact).ToList();
        today.ShouldContain(t => t.Contains("A restored backup holds it"));
        today.ShouldContain(t => t.Contains("Does the mandate for “Transport funding” still stand?"));
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/mandates/{mandate.Id}/statement", Ct)).ShouldContain("It cannot leave.");

        await Location(staff.Submit($"/desk/mandates/{mandate.Id}", $"/desk/mandates/{mandate.Id}/withdraw?handler=confirm"));
        await Location(staff.Submit($"/desk/rounds/{open.Id}/close", null, ("Input.Why", "")));

        (await network.Again(mandate)).Doubt.ShouldBeNull();
        (await network.Round(open.Id)).State.ShouldBe(RoundState.Closed);
    }

    [Fact]
    public async Task Todays_list_has_members_to_ring_and_a_result_at_which_nobody_has_looked()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        using var staff = await network.ClientAs(Role.Staff);
        await network.Answers(round, 1);

        (await network.Today()).ShouldNotContain(t => t.Fact.Contains("still to answer"));
        await network.MoveTo(Asked.Closes.AddDays(-2));
        (await network.Today()).ShouldContain(t => t.Fact.StartsWith("3 still to answer"));
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        (await network.Today()).ShouldContain(t => t.Fact == "It has closed: Do you agree this text on transport?");
        await Location(staff.Submit($"/desk/rounds/{round.Id}", $"/desk/rounds/{round.Id}/close?handler=seen"));
        (await network.Today()).ShouldNotContain(t => t.Fact.StartsWith("It has closed"));
    }

    [Fact]
    public async Task Erasing_a_person_leaves_the_paragraph_and_the_release_without_the_name()
    {
        await using var network = await Asked.Network(5);
        var mandate = await network.HasMandate(4, 1);
        await network.Dissents(mandate, 5, "We would rather have trams.");
        var chair = await network.Db(db => db.Set<Person>().SingleAsync(p => p.Name == "Chair 05", Ct));
        await network.In(s => s.GetRequiredService<TakeOutStatement>().Run(mandate.Id, ReleaseChannel.Letter, "The Treasury", chair.Email, TheNetwork.Staff, network.Now, Ct));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(chair.Id, TheNetwork.Staff, Ct));

        var dissent = (await network.Again(mandate)).Dissents.Single();
        (dissent.Text, dissent.Person, dissent.Name).ShouldBe(("We would rather have trams.", null, Response.Former));
        var release = (await network.Releases()).Single();
        (release.Sender, release.SenderName).ShouldBe((null, Response.Former));
    }

    private static async Task<string> Location(Task<HttpResponseMessage> submitted)
    {
        using var answer = await submitted;
        if (answer.StatusCode != HttpStatusCode.Redirect) (await answer.Content.ReadAsStringAsync(Ct)).ShouldBe("a redirect");
        return answer.Headers.Location!.OriginalString;
    }
}
