using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Platform.Texts;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Publishing.Publications;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.News;

namespace Secretariat.Tests.Publishing.Publications;

public sealed class PublishingAFile
{
    [Fact]
    public async Task A_file_that_staff_add_and_approve_is_taken_by_everybody_and_counted_without_who()
    {
        await using var network = await TheNetwork.Begin();
        var (staff, visitor) = (await network.AsStaff(), network.Client());
        var made = await staff.Uploads("Skills in numbers", "figures.csv", "area,firms\nCoast,12\n"u8.ToArray(), Circulation.Public);
        (await visitor.GetAsync("/publications/skills-in-numbers/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody has approved it");
        await visitor.GetStringAsync("/publications");

        (await staff.Submit(made, null, ("Input.Kind", "Information"), ("Input.Later", "false"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await visitor.GetStringAsync("/publications")).ShouldContain("Skills in numbers");
        (await visitor.GetStringAsync("/publications/skills-in-numbers")).ShouldContain("application/ld+json");
        (await visitor.GetStringAsync("/sitemap.xml")).ShouldContain("/publications/skills-in-numbers");
        var taken = await visitor.GetAsync("/publications/skills-in-numbers/file");
        taken.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        taken.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        taken.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await taken.Content.ReadAsStringAsync()).ShouldContain("Coast,12");
        await visitor.GetAsync("/publications/skills-in-numbers/file");
        var rest = new HttpRequestMessage(HttpMethod.Get, "/publications/skills-in-numbers/file") { Headers = { Range = new RangeHeaderValue(5, 9) } };
        (await visitor.SendAsync(rest)).StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await network.Db(db => db.Set<DownloadCount>().SingleAsync())).Times.ShouldBe(2, "going on where it was broken off is no other reader");
    }

    [Fact]
    public async Task What_is_for_members_only_is_theirs_and_nobody_elses()
    {
        await using var network = await TheNetwork.Begin();
        var publication = await network.HasPublication("How we did it", Circulation.Members);
        await network.PutsOut(publication);

        (await network.Client().GetAsync("/publications/how-we-did-it")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Client().GetAsync("/publications/how-we-did-it/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await network.Client().GetStringAsync("/publications")).ShouldNotContain("How we did it");
        (await network.Client().GetStringAsync("/sitemap.xml")).ShouldNotContain("how-we-did-it");
        var chief = await network.ClientAs(Role.ChiefExecutive);
        (await chief.GetStringAsync("/my/publications")).ShouldContain("How we did it");
        (await chief.GetAsync("/my/publications/how-we-did-it/file")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var sponsor = await network.ClientAs(Role.Sponsor);
        foreach (var page in new[] { "/my/publications", "/my/publications/how-we-did-it/file" }) (await sponsor.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whatever_is_changed_after_the_approval_is_off_until_it_is_approved_again()
    {
        await using var network = await TheNetwork.Begin();
        var publication = await network.HasPublication("Ports", Circulation.Public);
        await network.PutsOut(publication);

        await network.Db(async db =>
        {
            (await db.Set<Publication>().SingleAsync()).Write(Draft("Ports", Circulation.Public) with { Summary = "Other words." }, null);
            await db.Save(TheNetwork.Staff, "Change publication");
        });

        (await network.Client().GetAsync("/publications/ports")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await network.PutsOut(publication);
        (await network.Client().GetStringAsync("/publications/ports")).ShouldContain("Other words.");
    }

    [Fact]
    public async Task What_only_members_were_given_counts_from_the_day_on_which_everybody_could_read_it()
    {
        await using var network = await TheNetwork.Begin();
        var publication = await network.HasPublication("Ports", Circulation.Members);
        await network.PutsOut(publication);
        await network.MoveTo(network.Now.AddDays(40));
        await network.Db(async db =>
        {
            (await db.Set<Publication>().SingleAsync()).Write(Draft("Ports", Circulation.Public) with { PermittedBy = "The Chair" }, null);
            await db.Save(TheNetwork.Staff, "Change publication");
        });
        (await network.PublicationsCounted()).ShouldBeEmpty("nobody outside can read it yet");

        await network.PutsOut(publication);
        (await network.PublicationsCounted()).ShouldHaveSingleItem().Date.ShouldBe(DateOnly.FromDateTime(network.Now.UtcDateTime));

        await network.Db(async db =>
        {
            (await db.Set<Publication>().SingleAsync()).Write(Draft("Ports", Circulation.Members), null);
            await db.Save(TheNetwork.Staff, "Change publication");
        });
        (await network.PublicationsCounted()).ShouldHaveSingleItem().Title.ShouldContain("taken off since");
    }

    [Fact]
    public async Task What_somebody_took_off_the_schedule_asks_nobody_for_anything()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, network.Now.AddDays(3)));
        var publication = await network.HasPublication("Ports", Circulation.Public);
        await network.PutsOut(publication);

        await network.In(s => s.GetRequiredService<PutOutPublication>().TakeOff(publication, null, TheNetwork.Staff, network.Now, default));

        (await network.Publication(publication)).ShouldSatisfyAllConditions(p => p.State.ShouldBe(WebState.Draft), p => p.Returned.ShouldBeNull());
    }

    [Fact]
    public void Widening_asks_who_permitted_it_and_narrowing_asks_nobody()
    {
        var publication = new Publication("ports", Draft("Ports", Circulation.Members), Kept());

        Should.Throw<RuleBroken>(() => publication.Write(Draft("Ports", Circulation.Public), null)).Field.ShouldBe("PermittedBy");
        publication.Write(Draft("Ports", Circulation.Public) with { PermittedBy = "The Chair" }, null);
        publication.Write(Draft("Ports", Circulation.Members), null);

        publication.Circulation.ShouldBe(Circulation.Members);
    }

    [Fact]
    public async Task What_is_taken_off_says_why_and_its_file_is_gone()
    {
        await using var network = await TheNetwork.Begin();
        var publication = await network.HasPublication("Ports", Circulation.Public);
        await network.PutsOut(publication);
        var staff = await network.AsStaff();

        await staff.Submit($"/desk/publications/{publication}", "?handler=off", ("Input.Why", "Its figures were wrong."));

        var gone = await network.Client().GetAsync("/publications/ports");
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await gone.Content.ReadAsStringAsync()).ShouldContain("Its figures were wrong.");
        (await network.Client().GetAsync("/publications/ports/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_hold_on_what_is_public_keeps_a_publication_back_and_lets_members_have_theirs()
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(Hold.On(Hold.Public, "General election", network.Now, network.Now.AddDays(3)));
        var (open, ours) = (await network.HasPublication("Ports", Circulation.Public), await network.HasPublication("Harbours", Circulation.Members));

        await network.PutsOut(open);
        await network.PutsOut(ours);

        (await network.Publication(open)).State.ShouldBe(WebState.Scheduled);
        (await network.Publication(ours)).State.ShouldBe(WebState.Published);
        await network.MoveTo(network.Now.AddDays(3));
        (await network.Publication(open)).State.ShouldBe(WebState.Published);
    }

    [Fact]
    public async Task Words_that_were_put_to_members_do_not_leave_inside_a_file()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var words = PlainText.From((await network.TakesInForAll(mandate.Id)).Html);
        var (open, ours) = (await network.HasPublication("Ports", Circulation.Public, words + "\n"), await network.HasPublication("Harbours", Circulation.Members, words));

        (await Should.ThrowAsync<RuleBroken>(() => network.PutsOut(open))).Message.ShouldContain("put to members");

        (await network.Refusals()).ShouldNotBeEmpty();
        await network.PutsOut(ours);
        (await network.Publication(ours)).State.ShouldBe(WebState.Published, "among themselves members may read what they were asked");
    }

    [Theory]
    [InlineData("report.pdf", "MZ\u0090 a program", "is a program")]
    [InlineData("report.pdf", "%PDF-1.7 /OpenAction << /S /JavaScript >>", "carries a program")]
    [InlineData("report.txt", "#!/bin/sh\nrm -rf /", "list of commands")]
    [InlineData("report.exe", "\0\u0001\u0002", "kind of file")]
    public async Task Programs_are_refused_with_a_sentence_and_what_was_typed_is_kept(string name, string content, string says)
    {
        await using var network = await TheNetwork.Begin();
        var staff = await network.AsStaff();

        var page = await staff.Sends("Skills", name, Encoding.Latin1.GetBytes(content), Circulation.Public);

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(p => p.ShouldContain(says), p => p.ShouldContain("value=\"Skills\""));
        Directory.Exists(Path.Combine(network.Folder, "files")).ShouldBeFalse("nothing of it was kept");
    }

    internal static PublicationDraft Draft(string title, Circulation circulation) => new(title, "What is in it.", new DateOnly(2017, 10, 2), null, circulation);

    internal static PublicationFile Kept() => new(new string('0', 64), "ports.txt", "text/plain; charset=utf-8", "text", 12);
}

internal static class Press
{
    public static async Task<Guid> HasPublication(this TheNetwork network, string title, Circulation circulation, string text = "Quays and cranes.")
    {
        var content = Encoding.UTF8.GetBytes(text);
        var hash = await network.Services.GetRequiredService<FileStore>().Keep(content, default);
        var publication = new Publication(Slugs.From(title), PublishingAFile.Draft(title, circulation), PublishingAFile.Kept() with { Hash = hash, Bytes = content.Length });
        await network.Has(publication);
        return publication.Id;
    }

    public static Task<IReadOnlyList<Evidence>> PublicationsCounted(this TheNetwork network) =>
        network.In(s => s.GetServices<IEvidence>().OfType<PublicationsPublished>().Single().Between(new(2017, 4, 1), new(2018, 3, 31), default));

    public static Task<Publication> Publication(this TheNetwork network, Guid id) => network.Db(db => db.Set<Publication>().AsNoTracking().SingleAsync(p => p.Id == id));

    public static async Task PutsOut(this TheNetwork network, Guid id)
    {
        var read = (await network.Publication(id)).Hash();
        await network.In(s => s.GetRequiredService<PutOutPublication>().Run(id, read, ItemKind.Information, null, TheNetwork.Staff, network.Now, default));
    }

    public static async Task<string> Uploads(this HttpClient staff, string title, string name, byte[] content, Circulation circulation)
    {
        var answer = await staff.Sends(title, name, content, circulation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    public static async Task<HttpResponseMessage> Sends(this HttpClient staff, string title, string name, byte[] content, Circulation circulation)
    {
        var page = await staff.GetStringAsync("/desk/publications/new");
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page);
        var token = document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(title), "Input.Title" },
            { new StringContent("What is in it."), "Input.Summary" },
            { new StringContent("2017-10-02"), "Input.Date" },
            { new StringContent(circulation.ToString()), "Input.Circulation" },
            { new ByteArrayContent(content), "Input.File", name },
        };
        return await staff.PostAsync("/desk/publications/new", form);
    }
}
