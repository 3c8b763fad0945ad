using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Figures;
using Secretariat.Knowledge.Uses;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Knowledge;

/// <summary>Reuse, as members say it themselves.</summary>
public sealed class UsedByUs
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_says_once_that_it_uses_a_case_it_counts_and_can_be_taken_back()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared();
        var (officer, page) = (await network.As(Practised.Officer), $"/my/practice/{shared.Id}");

        (await (await officer.Submit(page, "?handler=Use")).Content.ReadAsStringAsync(Ct)).ShouldContain("Say in a line how it is used");
        (await officer.Submit(page, "?handler=Use", ("Input.How", "Three shops in Mill Street."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var shown = await officer.GetStringAsync(page, Ct);
        shown.ShouldContain("Used by one other");
        shown.ShouldContain("Three shops in Mill Street.");
        shown.ShouldNotContain("Crossmere uses it");
        (await Reuse(network)).ShouldBe("1");
        (await Lines(network, "CRO")).ShouldContain(l => l.What == "Said that it is used: One key for every empty shop" && l.Detail == "Three shops in Mill Street.");
        (await Lines(network, "ALD")).ShouldContain(l => l.What == "Shared a case: One key for every empty shop");
        (await Should.ThrowAsync<RuleBroken>(async () => await network.In(async s => await s.GetRequiredService<UseCase>().Say(shared.Id, await network.Member("CRO"), "Again", TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("on the record already");

        await officer.Submit(page, "?handler=NoUse");
        (await Reuse(network)).ShouldBe("0");
        await officer.Submit(page, "?handler=Use", ("Input.How", "Four shops now."));
        (await Reuse(network)).ShouldBe("1");
        (await network.Db(db => db.Set<CaseUse>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_says_it_for_another_member_or_of_its_own_case_and_staff_write_down_what_they_were_told()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared();
        var (owner, officer, staff) = (await network.As(Practised.ChiefExecutive), await network.As(Practised.Officer), await network.ClientAs(Role.Staff));
        var (page, brackwater) = ($"/my/practice/{shared.Id}", await network.Member("BRK"));

        (await owner.GetStringAsync(page, Ct)).ShouldNotContain("Do you use it");
        await owner.Forge(page, $"{page}?handler=Use", ("Input.Member", $"{await network.Member("ALD")}"), ("Input.How", "Ours"));
        await officer.Forge(page, $"{page}?handler=Use", ("Input.Member", $"{brackwater}"), ("Input.How", "Theirs"));
        (await network.Db(db => db.Set<CaseUse>().CountAsync(Ct))).ShouldBe(0);

        await staff.Submit($"/desk/practice/{shared.Id}", "?handler=Use", ("Input.Member", $"{brackwater}"), ("Input.How", "Told by telephone: the quay shops."));
        (await network.Db(db => db.Set<CaseUse>().SingleAsync(Ct))).Member.ShouldBe(brackwater);
    }

    private static async Task<string> Reuse(TheNetwork network) => (await network.In(s => s.GetServices<IFigures>().OfType<PracticeFigures>().Single().At(network.Now, Ct))).Single(f => f.What.Contains("uses what another shared")).Value;

    private static Task<IReadOnlyList<TimelineLine>> Lines(TheNetwork network, string code) => network.Db(async db =>
        await new PracticeTimeline().OfOrganisation(db, await db.Set<Organisation>().Where(o => o.Code == code).Select(o => o.Id).SingleAsync(Ct), new(network.Now.AddSeconds(1), 20, TimeZoneInfo.Utc), Ct));
}
