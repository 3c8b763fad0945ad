using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Members.People;

/// <summary>A merge moves no row: what stands by the old record is shown of the person that they are now.</summary>
public sealed class ReadByAllRecords
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Chair_whose_record_was_merged_is_found_by_position_and_organisation_and_shown_with_both()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (chair, kept) = await Merged(network);
        using var staff = await network.ClientAs(Role.Staff);

        foreach (var query in new[] { "organisation=CRO&role=chair", "q=Odile+Rivers" })
        {
            var page = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people?{query}", Ct));
            page.ShouldContain($"/desk/people/{kept}", customMessage: query);
            page.ShouldContain("Chair, <a href=\"/desk/members/CRO\">", customMessage: query);
            page.ShouldNotContain($"/desk/people/{chair}\"", customMessage: query);
        }
    }

    [Fact]
    public async Task The_public_page_names_whoever_leads_a_member_as_they_are_called_now()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        await Merged(network);
        using var anybody = network.Client();

        var page = await anybody.GetStringAsync("/members/CRO", Ct);

        page.ShouldContain("Odile Rivers");
        page.ShouldNotContain("Odile Brook");
    }

    [Fact]
    public async Task The_page_of_a_merged_record_shows_the_letters_that_it_had()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (chair, _) = await Merged(network);
        await network.In(s => s.GetRequiredService<FreezeBatch>().Run(new BatchPlan(Guid.CreateVersion7(), "notice", "A letter from before", Priority.Service, network.Now), [new Recipient(chair, "odile.brook@crossmere.example")], TheNetwork.Staff, Ct));
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/people/{chair}", Ct)).ShouldContain("A letter from before");
    }

    [Fact]
    public async Task Whoever_adds_somebody_with_the_address_of_a_merged_record_is_told_whose_it_is()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var (chair, _) = await Merged(network);
        var address = await network.Db(db => db.Set<Person>().Where(p => p.Id == chair).Select(p => p.Email).SingleAsync(Ct));
        using var staff = await network.ClientAs(Role.Staff);

        var answer = await staff.Submit("/desk/people/new", null, ("Input.Name", "Somebody New"), ("Input.Email", address));

        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Odile Rivers");
        (await network.Db(db => db.Set<Person>().AnyAsync(p => p.Name == "Somebody New", Ct))).ShouldBeFalse();
    }

    private static async Task<(Guid Chair, Guid Kept)> Merged(TheNetwork network)
    {
        var chair = await network.PersonCalled("Odile Brook");
        var kept = new Person("Odile Rivers", "odile@rivers.example");
        await network.Has(kept);
        await network.Merges(chair, kept.Id);
        return (chair, kept.Id);
    }
}
