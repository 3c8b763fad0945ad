using Secretariat.Events.Conference.Programme;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events.Conference;

/// <summary>What must not travel, nor be promised twice, at a conference.</summary>
public sealed class KeptWithinBounds
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_has_at_least_what_each_was_promised_in_whichever_order_it_was_pressed()
    {
        var (network, at) = await TheConference.Announced();
        await using var _ = network;
        await network.Offer(async o => await o.To(at.Id, (await network.Db(db => Task.FromResult(db.Set<Secretariat.Members.Organisations.Organisation>().Single(b => b.Code == "ALD").Id))), 1, TheNetwork.Staff, network.Now, Ct));

        await network.Offer(o => o.Each(at.Id, 4, null, TheNetwork.Staff, network.Now, Ct));

        (await network.Of(at.Id, "ALD")).Offered.ShouldBe(4);
        await network.ShouldAddUp(at.Id);
        (await Should.ThrowAsync<RuleBroken>(() => network.Offer(o => o.Each(at.Id, 4, null, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("already");
    }

    [Fact]
    public async Task A_session_is_not_made_public_without_saying_who_permitted_it()
    {
        var (network, at) = await TheConference.Announced();
        await using var _ = network;
        var draft = new SessionDraft("Chairs among themselves", new(10, 0), new(11, 0), Circulation: Circulation.Members);
        var session = await network.In(s => s.GetRequiredService<WriteProgramme>().Add(at.Id, draft, false, TheNetwork.Staff, Ct));

        (await Should.ThrowAsync<RuleBroken>(() => Becomes(draft with { Circulation = Circulation.Public }))).Message.ShouldContain("Say who permitted that");
        await Becomes(draft with { Circulation = Circulation.Public, PermittedBy = "Maud Osier" });

        Task Becomes(SessionDraft changed) => network.In(async s =>
        {
            var own = await s.GetRequiredService<Db>().Set<ProgrammeSession>().FindAsync([session.Id], Ct);
            await s.GetRequiredService<WriteProgramme>().Change(own!, changed, TheNetwork.Staff, Ct);
        });
    }

    [Fact]
    public async Task What_somebody_needs_is_read_neither_by_who_named_them_nor_at_the_door_and_not_written_over()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;
        var ticket = await network.Named(at.Id);
        await network.Names(n => n.Need(ticket.Id, "A quiet room", own: true, TheNetwork.Staff, Ct));
        using var staff = await network.ClientAs(Role.Staff);

        (await staff.GetStringAsync($"/desk/events/{at.Id}/check-in", Ct)).ShouldNotContain("A quiet room");
        (await staff.GetStringAsync($"/desk/events/{at.Id}/door-list?needs=true", Ct)).ShouldContain("A quiet room");
        (await Should.ThrowAsync<RuleBroken>(() => network.Names(n => n.Need(ticket.Id, "", own: false, TheNetwork.Staff, Ct)))).Message.ShouldContain("written down already");
    }

    [Fact]
    public async Task A_number_beyond_all_places_is_refused_in_a_sentence()
    {
        var (network, at) = await TheConference.Offered();
        await using var _ = network;

        (await Should.ThrowAsync<RuleBroken>(() => network.Offer(o => o.To(at.Id, Guid.Empty, int.MaxValue, TheNetwork.Staff, network.Now, Ct)))).Message.ShouldContain("free");
        await network.ShouldAddUp(at.Id);
    }
}
