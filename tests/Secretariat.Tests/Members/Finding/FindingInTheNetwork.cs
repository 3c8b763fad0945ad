using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Finding;
using Secretariat.Members.Organisations;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Members.Finding;

public sealed class FindingInTheNetwork
{
    private const string Three = "testpacks/three";

    [Fact]
    public async Task The_api_answers_with_the_member_and_why()
    {
        await using var network = await TheNetwork.Begin(Three);

        var answer = await network.Client().GetFromJsonAsync<JsonElement>("/api/v1/find?postcode=za3%202ab");

        answer.GetProperty("query").GetString().ShouldBe("za3 2ab");
        answer.GetProperty("place").GetString().ShouldBe("ZA3 2AB");
        answer.GetProperty("match").GetString().ShouldBe("postcode");
        answer.GetProperty("relation").GetString().ShouldBe("whole");
        var member = answer.GetProperty("members").EnumerateArray().ShouldHaveSingleItem();
        member.GetProperty("code").GetString().ShouldBe("ALD");
        member.GetProperty("url").GetString().ShouldBe("http://localhost:5080/members/ALD");
        answer.GetProperty("why").GetString()!.ShouldContain("covers ZA3 2AB");
    }

    [Fact]
    public async Task The_home_page_answers_in_place_and_shows_the_member_on_the_map()
    {
        await using var network = await TheNetwork.Begin(Three);

        var page = await network.Client().GetStringAsync("/?postcode=Crossmere");

        page.ShouldContain("covers all of Crossmere");
        page.ShouldContain("href=\"/members/CRO\" class=\"tile tile-filled\"");
        page.ShouldContain("value=\"Crossmere\"");
    }

    [Fact]
    public async Task A_split_council_is_asked_for_its_postcode()
    {
        await using var network = await TheNetwork.Begin(Three);

        var page = await network.Client().GetStringAsync("/find?postcode=Middleford");

        page.ShouldContain("60 %");
        page.ShouldContain("Type a whole postcode");
        page.ShouldContain("tile tile-ring");
    }

    [Fact]
    public async Task A_renamed_member_is_answered_by_its_new_name_at_once()
    {
        await using var network = await TheNetwork.Begin(Three);
        var browser = network.Client();
        var before = await browser.GetStringAsync("/members");
        await network.Db(async db =>
        {
            (await db.Set<Organisation>().SingleAsync(o => o.Code == "CRO")).Rename("Rivermouth Chamber", "Rivermouth");
            await db.Save(TheNetwork.Staff, "Rename member");
        });

        before.ShouldNotContain("Rivermouth Chamber");
        (await browser.GetStringAsync("/members")).ShouldContain("Rivermouth Chamber");
        (await browser.GetStringAsync("/find?postcode=ZC1")).ShouldContain("Rivermouth Chamber covers");
    }

    [Fact]
    public async Task A_rename_that_is_undone_leaves_the_old_name()
    {
        await using var network = await TheNetwork.Begin(Three);
        var finders = network.Services.GetRequiredService<Finders>();
        var stamp = finders.Current.Stamp;

        await Should.ThrowAsync<InvalidOperationException>(() => network.Db(db => db.Write(async () =>
        {
            (await db.Set<Organisation>().SingleAsync(o => o.Code == "CRO")).Rename("Elsewhere", "Elsewhere");
            await db.Save(TheNetwork.Staff, "Rename member");
            throw new InvalidOperationException("and then the lights went out");
        })));

        finders.Current.Stamp.ShouldBe(stamp);
    }

    [Fact]
    public async Task Another_process_changing_the_names_is_noticed()
    {
        await using var network = await TheNetwork.Begin(Three);
        var finders = network.Services.GetRequiredService<Finders>();
        finders.Current.Finder.NameOf("CRO").ShouldNotBe("Elsewhere");
        await network.Db(db => db.Write(() => db.Set<Organisation>().Where(o => o.Code == "CRO").ExecuteUpdateAsync(o => o.SetProperty(x => x.Name, "Elsewhere"))));

        await finders.Refresh(TestContext.Current.CancellationToken);

        finders.Current.Finder.NameOf("CRO").ShouldBe("Elsewhere");
    }

    [Theory]
    [InlineData("postcodes.csv", "prefix,members\nZA1,ALD\nZA2,NINE\n", 3, "NINE")]
    [InlineData("postcodes.csv", "prefix,members\nYork,ALD\n", 2, "is not an outcode")]
    [InlineData("districts.csv", "code,name,relation,member1,share1,member2,share2,county,region\nD1,A,wholly,ALD,1,,,,\n", 2, "wholly")]
    [InlineData("districts.csv", "code,name,relation,member1,share1,member2,share2,county,region\nD1,A,split,ALD,0.5,ALD,0.5,,\n", 2, "the same")]
    [InlineData("districts.csv", "code,name,relation,member1,share1,member2,share2,county,region\nD1,A,whole,ALD,1,,,,\nD1,B,whole,ALD,1,,,,\n", 3, "used twice")]
    [InlineData("areas.topojson", "{\"type\":\"Topology\"}", 0, "not TopoJSON")]
    public async Task A_pack_whose_places_are_broken_is_refused_with_file_and_line(string file, string content, int line, string words)
    {
        await using var network = await TheNetwork.Begin();
        var pack = Path.Combine(network.Folder, "pack");
        foreach (var original in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, Three)))
        {
            Directory.CreateDirectory(pack);
            File.Copy(original, Path.Combine(pack, Path.GetFileName(original)));
        }
        await File.WriteAllTextAsync(Path.Combine(pack, file), content);

        var fault = (await network.Import(pack)).Faults.ShouldHaveSingleItem();

        (fault.File, fault.Line).ShouldBe((file, line));
        fault.Reason.ShouldContain(words);
        (await network.Db(db => db.Set<FinderFile>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_pack_twice_changes_nothing()
    {
        await using var network = await TheNetwork.Begin(Three);

        (await network.Import(Three)).Added.Keys.ShouldNotContain(key => key.StartsWith("list of"));
    }

    [Fact]
    public async Task A_question_of_five_thousand_letters_is_answered_and_not_kept()
    {
        await using var network = await TheNetwork.Begin(Three);

        var answer = await network.Client().GetAsync("/find?postcode=" + new string('A', 5000));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("longer than any postcode");
    }
}
