using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Influence.Consultations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Influence.Consultations;

/// <summary>What a member sends itself stands beside the collective answer, and no wider than the member says.</summary>
public sealed class MembersAnswerThemselves
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Circulation.Members, true)]
    [InlineData(Circulation.NamedPeople, false)]
    public async Task What_a_member_sent_is_listed_beside_the_collective_answer_for_whom_it_says(Circulation circulation, bool others)
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var mine = await ClientOf(network, 1);
        using var other = await ClientOf(network, 2);
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/my/consultations/{budget.Id}";

        (await mine.Submit(page, null, ("Own.Title", "Our letter on the docks"), ("Own.Link", "https://m01.example/letter"), ("Own.Circulation", circulation.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await mine.GetStringAsync(page, Ct)).ShouldContain("Our letter on the docks");
        (await mine.GetStringAsync("/my/consultations", Ct)).ShouldContain("you sent one answer of your own");
        (await other.GetStringAsync(page, Ct)).Contains("Our letter on the docks").ShouldBe(others);
        (await staff.GetStringAsync($"/desk/influence/consultations/{budget.Id}", Ct)).ShouldContain("Our letter on the docks");
        (await staff.GetStringAsync("/desk/members/M01/timeline", Ct)).ShouldContain("Our letter on the docks");
    }

    [Fact]
    public async Task The_same_answer_for_fewer_readers_is_not_swallowed()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var mine = await ClientOf(network, 1);
        var page = $"/my/consultations/{budget.Id}";
        await mine.Submit(page, null, ("Own.Title", "Our letter"), ("Own.Circulation", nameof(Circulation.Members)));
        (await mine.Submit(page, null, ("Own.Title", "Our letter"), ("Own.Circulation", nameof(Circulation.Members)))).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a second press");

        var narrowed = await mine.Submit(page, null, ("Own.Title", "Our letter"), ("Own.Circulation", nameof(Circulation.NamedPeople)));

        WebUtility.HtmlDecode(await narrowed.Content.ReadAsStringAsync(Ct)).ShouldContain("Take that one out first");
        (await network.Db(db => db.Set<Submission>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_is_kept_and_given_to_nobody_wider_than_it_may_go()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var mine = await ClientOf(network, 1);
        using var other = await ClientOf(network, 2);
        var page = $"/my/consultations/{budget.Id}";
        using var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await mine.GetStringAsync(page, Ct));
        using var upload = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("Our letter"), "Own.Title" },
            { new StringContent("NamedPeople"), "Own.Circulation" },
            { new ByteArrayContent("Dear Chancellor, one pot."u8.ToArray()), "Own.File", "letter.txt" },
        };
        (await mine.PostAsync(page, upload, Ct)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var sent = await network.Db(db => db.Set<Submission>().AsNoTracking().SingleAsync(Ct));
        var file = $"{page}/sent/{sent.Id}";

        (await mine.GetStringAsync(file, Ct)).ShouldBe("Dear Chancellor, one pot.");
        (await other.GetAsync(file, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Forge(page, $"{page}?handler=takeOut", ("submission", $"{sent.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await mine.Submit(page, $"{page}?handler=takeOut", ("submission", $"{sent.Id}"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await mine.GetAsync(file, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Staff_write_it_down_for_a_member_and_a_link_that_runs_something_is_refused()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/influence/consultations/{budget.Id}";
        var member = (await network.Db(db => db.Set<Secretariat.Members.Organisations.Organisation>().SingleAsync(o => o.Code == "M03", Ct))).Id;

        WebUtility.HtmlDecode(await (await staff.Submit(page, $"{page}?handler=Sent", ("Own.Member", $"{member}"), ("Own.Title", "A letter"), ("Own.Link", "javascript:alert(1)"))).Content.ReadAsStringAsync(Ct)).ShouldContain("no address of the web");
        (await staff.Submit(page, $"{page}?handler=Sent", ("Own.Member", $"{member}"), ("Own.Title", "A letter"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await staff.GetStringAsync(page, Ct)).ShouldContain("written down by");
    }

    [Fact]
    public async Task Who_reported_it_is_exported_and_erased_and_what_the_member_sent_stays()
    {
        await using var network = await TakenUp.Begin();
        var budget = await network.TakesUp();
        using var mine = await ClientOf(network, 1);
        await mine.Submit($"/my/consultations/{budget.Id}", null, ("Own.Title", "Our letter"));
        var chair = await network.Db(db => db.Set<Person>().Where(p => p.Name == "Chair 01").Select(p => p.Id).SingleAsync(Ct));
        ((System.Collections.ICollection)(await network.In(s => s.GetServices<IPersonalData>().OfType<SubmissionPersonalData>().Single().Export(chair, Ct)))["submissions_reported"]!).Count.ShouldBe(1);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(chair, TheNetwork.Staff, Ct));

        var kept = await network.Db(db => db.Set<Submission>().AsNoTracking().SingleAsync(Ct));
        (kept.Title, kept.Person, kept.By).ShouldBe(("Our letter", null, "somebody whose name was erased"));
    }

    private static async Task<HttpClient> ClientOf(TheNetwork network, int member)
    {
        var name = $"Chair {member:00}";
        return await network.ClientOf(await network.Db(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct)), name);
    }
}
