using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.ByHand;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.ByHand;

public class EvidenceByHand
{
    private const string Page = "/desk/plan/S.1/evidence";

    private static async Task<HttpResponseMessage> Enter(HttpClient staff, string date = "2018-10-18", string link = "", byte[]? file = null, string name = "minutes.pdf")
    {
        var form = await staff.GetStringAsync(Page);
        var token = System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent("Printed bulletin"), "Input.Title" }, { new StringContent(date), "Input.Date" }, { new StringContent(link), "Input.Link" }, { new StringContent(token), "__RequestVerificationToken" },
        };
        if (file is not null) content.Add(new ByteArrayContent(file) { Headers = { ContentType = new("text/html") } }, "Input.File", name);
        return await staff.PostAsync(Page, content);
    }

    [Fact]
    public async Task What_is_entered_by_hand_counts_and_says_by_whom()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        (await Enter(staff, link: "https://printer.example/proof")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await staff.GetStringAsync("/desk/plan/S.1");
        page.ShouldContain("1 of 10");
        page.ShouldContain("entered by hand by A staff");
        (await staff.GetStringAsync("/desk")).ShouldContain("entered by hand by A staff");
    }

    [Fact]
    public async Task A_file_is_known_by_its_content_and_served_to_be_saved()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.4 minutes");
        (await Enter(staff, file: pdf, name: "..\\..\\minutes.html")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = await network.Db(db => db.Set<HandEvidence>().Select(e => e.Id).SingleAsync());

        var answer = await staff.GetAsync($"/desk/evidence/{id}/file");

        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileName.ShouldBe("minutes.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_program_under_the_name_of_a_picture_is_refused_and_what_was_typed_is_kept()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var html = await (await Enter(staff, file: [0x4d, 0x5a, 0x90, 0x00, 0x03], name: "photo.png")).Content.ReadAsStringAsync();
        html.ShouldContain("This file is a program, whatever its name says");
        html.ShouldContain("value=\"Printed bulletin\"");
        await network.Db(async db => (await db.Set<HandEvidence>().AnyAsync()).ShouldBeFalse());
    }

    [Theory]
    [InlineData("2018-10-18", "", "Give a file or a link")]
    [InlineData("2018-12-04", "https://x.example", "today or earlier")]
    [InlineData("2018-10-18", "javascript:alert(1)", "A link begins with https://")]
    [InlineData("2018-10-18", "//elsewhere.example/x", "A link begins with https://")]
    [InlineData("", "https://x.example", "Choose the day")]
    public async Task What_cannot_be_shown_or_is_not_done_yet_does_not_count(string date, string link, string why)
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        (await (await Enter(staff, date, link)).Content.ReadAsStringAsync()).ShouldContain(why);
        (await staff.GetStringAsync("/desk/plan/S.1")).ShouldContain("0 of 10");
    }

    [Fact]
    public async Task Evidence_that_is_taken_back_stays_to_be_seen_and_counts_no_more()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        await Enter(staff, link: "https://printer.example/proof");
        var id = await network.Db(db => db.Set<HandEvidence>().Select(e => e.Id).SingleAsync());
        await staff.Submit($"/desk/evidence/{id}/take-back", null, ("Input.Reason", "It was another network’s"));
        var page = await staff.GetStringAsync("/desk/plan/S.1");
        page.ShouldContain("0 of 10");
        page.ShouldContain("Taken back, does not count: It was another network’s");
    }

    [Fact]
    public async Task Erasing_a_person_keeps_their_evidence_without_their_name()
    {
        await using var network = await ThePlan.Begin();
        var person = await network.PersonWho(Role.Staff);
        await Enter(await network.ClientOf(person.Id, person.Name), link: "https://printer.example/proof");
        await network.In(async services =>
        {
            var part = services.GetServices<IPersonalData>().OfType<HandEvidencePersonalData>().Single();
            (await part.Export(person.Id, default)).Keys.ShouldContain("evidence_entered");
            await part.Erase(person.Id, default);
            await services.GetRequiredService<Secretariat.Platform.Data.Db>().Save(TheNetwork.Staff, "Erase person");
        });
        await network.Db(async db => (await db.Set<HandEvidence>().SingleAsync()).EnteredByName.ShouldBe("a former colleague"));
    }

    [Fact]
    public async Task What_was_done_in_another_year_does_not_count_for_this_plan()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);

        var page = await (await Enter(staff, "2016-12-10", "https://printer.example/proof")).Content.ReadAsStringAsync();

        page.ShouldContain("This plan counts what was done from");
        (await network.Db(db => db.Set<HandEvidence>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_thing_is_entered_once()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        (await Enter(staff, link: "https://printer.example/proof")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var again = System.Net.WebUtility.HtmlDecode(await (await Enter(staff, link: "https://printer.example/proof")).Content.ReadAsStringAsync());

        again.ShouldContain("entered this already");
        (await network.Db(db => db.Set<HandEvidence>().CountAsync())).ShouldBe(1);
    }
}
