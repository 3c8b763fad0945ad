using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Imports;

public sealed class ImportPages
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_brought_looked_at_imported_and_undone_on_the_desk()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var brought = await Bring(staff, "name,email,organisation,position\nAda Ferry,ada@x.example,ALD,officer\nNo Address,,ALD,officer\n");
        var page = brought.Headers.Location!.OriginalString;
        var shown = await staff.GetStringAsync(page, Ct);
        shown.ShouldContain("Import 1 person");
        shown.ShouldContain("There is no e-mail address in this row");
        await staff.Submit(page, page);
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.EmailKey == "ada@x.example", Ct))).ShouldBeTrue();
        await staff.Submit(page, $"{page}?handler=Undo");

        (await staff.GetStringAsync(page, Ct)).ShouldContain("Imported and undone.");
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.EmailKey == "ada@x.example", Ct))).ShouldBeFalse();
    }

    [Fact]
    public async Task Columns_that_nobody_recognises_are_asked_about()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var columns = (await Bring(staff, "Wer,Wohin\nAda Ferry,ada@x.example\n")).Headers.Location!.OriginalString;
        columns.ShouldEndWith("/columns");
        var answer = await staff.Submit(columns, null, ("Input.Columns", "Name"), ("Input.Columns", "Email"));

        (await staff.GetStringAsync(answer.Headers.Location!.OriginalString, Ct)).ShouldContain("Import 1 person");
    }

    [Fact]
    public async Task A_workbook_is_refused_with_what_to_do()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var staff = await network.ClientAs(Role.Staff);

        var answer = await Bring(staff, "PK\u0003\u0004 workbook");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Save it as CSV");
    }

    private static async Task<HttpResponseMessage> Bring(HttpClient staff, string csv)
    {
        var token = Regex.Match(await staff.GetStringAsync("/desk/people/import", Ct), "enctype[^§]*?name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(csv)) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/csv") } };
        form.Add(file, "Input.File", "people.csv");
        return await staff.PostAsync("/desk/people/import", form, Ct);
    }
}
