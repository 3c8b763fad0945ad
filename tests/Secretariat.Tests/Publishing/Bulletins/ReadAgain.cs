using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Publishing.Statements;

namespace Secretariat.Tests.Publishing.Bulletins;

/// <summary>What a member's people were sent, they read again.</summary>
public sealed class ReadAgain
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_members_person_reads_a_bulletin_again_once_it_has_left_and_nobody_else_does()
    {
        await using var network = await Asked.Network(4);
        var (edition, _) = await network.Scheduled(await network.HasMandate(4));
        var chair = await network.PersonCalled("Chair 01");
        using var mine = await network.ClientOf(chair, "Chair 01");
        using var sponsor = await network.ClientAs(Role.Sponsor);
        var page = $"/my/bulletins/{edition.Id}";
        (await mine.GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Leaves(network, edition.Id);

        (await mine.GetStringAsync(page, Ct)).ShouldContain("longer</strong> transport funding");
        (await mine.GetStringAsync("/my/bulletins", Ct)).ShouldContain(page);
        (await sponsor.GetAsync(page, Ct)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_statement_whose_mandate_was_withdrawn_and_an_item_for_named_people_are_left_out_of_it()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Scheduled(mandate);
        await Leaves(network, edition.Id);
        await network.Withdraw(mandate);
        await network.Db(db => db.Set<Item>().Where(i => i.Mandate == null).ExecuteUpdateAsync(s => s.SetProperty(i => i.Circulation, Circulation.NamedPeople), Ct));
        using var mine = await network.ClientOf(await network.PersonCalled("Chair 01"), "Chair 01");

        var page = await mine.GetStringAsync($"/my/bulletins/{edition.Id}", Ct);

        page.ShouldNotContain("transport funding");
        page.Split("not to be read any more").Length.ShouldBe(3);
    }

    private static async Task Leaves(TheNetwork network, Guid edition)
    {
        await network.MoveTo(Carried.At.AddMinutes(10));
        (await network.Edition(edition)).State.ShouldBe(EditionState.Sent);
    }
}
