using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Auditing;

public sealed class AuditPages
{
    [Fact]
    public async Task A_records_page_says_who_changed_it_when_and_from_what_to_what()
    {
        await using var network = await TheNetwork.Begin();
        var (client, record) = (await network.ClientAs(Role.Staff), new Organisation("X1", "First name", OrganisationKind.Member) { Note = "a <script> of notes" });
        await network.Has(record);
        await network.Db(async db =>
        {
            (await db.Set<Organisation>().SingleAsync(o => o.Id == record.Id)).Rename("Second name", "Second");
            await db.Save(new Actor(Guid.NewGuid(), "Ada Lovelace"), "Rename organisation");
        });

        var page = await client.GetStringAsync($"/desk/audit/Organisation/{record.Id}");

        page.ShouldContain("<h1>Second name</h1>");
        page.ShouldContain("Ada Lovelace");
        page.ShouldContain("Monday 16 October 2017 at 09:00");
        page.ShouldContain("<tr><th scope=\"row\">Name</th><td>First name</td><td>Second name</td></tr>");
        page.ShouldContain("a &lt;script&gt; of notes");
        page.ShouldNotContain("Sort name");
        (await client.GetAsync($"/desk/audit/Organisation/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_trail_is_found_by_person_kind_and_verb_and_read_on_in_steps()
    {
        await using var network = await TheNetwork.Begin();
        var (client, ada) = (await network.ClientAs(Role.Staff), Guid.NewGuid());
        for (var i = 0; i < 60; i++)
            await network.Db(async db =>
            {
                db.Add(new Organisation($"X{i:D2}", $"Member {i:D2}", OrganisationKind.Member));
                await db.Save(i % 2 == 0 ? new Actor(ada, "Ada") : TheNetwork.Staff, i == 7 ? "Merge organisations" : "Add organisation");
            });

        (await client.GetStringAsync("/desk/audit?verb=merge")).ShouldContain("“Member 07”");
        var adas = await client.GetStringAsync($"/desk/audit?person={ada}");
        adas.ShouldContain("“Member 58”");
        adas.ShouldNotContain("“Member 59”");
        var first = await client.GetStringAsync("/desk/audit?type=Organisation");
        first.ShouldContain("“Member 10”");
        first.ShouldNotContain("“Member 09”");
        var older = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]+before=[^\"]+)\"").Groups[1].Value;
        (await client.GetStringAsync(WebUtility.HtmlDecode(older))).ShouldContain("“Member 09”");
        (await client.GetStringAsync("/desk/audit?who=nobody")).ShouldContain("Nothing matches");
    }

    [Fact]
    public async Task The_trail_prints_the_head_of_the_chain()
    {
        await using var network = await TheNetwork.Begin();
        var client = await network.ClientAs(Role.Staff);
        (await client.GetStringAsync("/desk/audit")).ShouldContain("Nothing is sealed yet");
        await network.Db(async db =>
        {
            while (await network.Services.GetRequiredService<AuditSeal>().Run(db) == 0) await Task.Delay(20);
        });

        var head = (await network.Services.GetRequiredService<AuditSeal>().Heads())[^1];
        (await client.GetStringAsync("/desk/audit")).ShouldContain($"{head.Position} {head.Chain}");
    }
}
