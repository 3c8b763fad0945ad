using System.Net;
using Secretariat.Events.Attendance;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Events.Minutes;
using Secretariat.Events.Papers;
using Secretariat.Platform.Access;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>What somebody takes along to a meeting.</summary>
public sealed class OnePageToPrint
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("board", true)]
    [InlineData("dinner", false)]
    public async Task The_pack_has_the_agenda_and_for_a_body_that_meets_again_its_last_minutes_and_open_actions(string kind, bool body)
    {
        await using var network = await TheDiary.Begin();
        var first = await network.Announced(TheDiary.Draft("The first"), kind);
        await network.In(s => s.GetRequiredService<InviteAudience>().Run(first.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct));
        network.Clock.StopAt(first.When.EndsAt.AddHours(10));
        var hussein = await network.InviteeOf(first.Id, "Hussein Lock");
        await network.In(s => s.GetRequiredService<TakeAttendance>().Run(first.Id, new Dictionary<Guid, Presence> { [hussein.Id] = Presence.There }, [], TheNetwork.Staff, network.Now, Ct));
        await network.In(s => s.GetRequiredService<WriteMinutes>().Run(first.Id, "The gates were spoken of.", [new(hussein.Person!.Value, "Send the plan of the gates", new DateOnly(2019, 2, 27))], TheNetwork.Staff, network.Now, Ct));
        var second = await network.Announced(new EventDraft("The second", "The Boathouse", new(new DateOnly(2019, 3, 13), new(14, 0), new(16, 0), "Europe/London")), kind);
        await network.In(s => s.GetRequiredService<InviteAudience>().Run(second.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct));
        await network.Has(new EventPaper(second.Id, 1, "The budget", "for decision", "https://papers.example/budget", Circulation.Members, false));
        var asked = await network.InviteeOf(second.Id, "Hussein Lock");
        using var mine = await network.ClientOf(asked.Person!.Value, "Hussein Lock");
        using var other = await network.ClientOf(await network.PersonCalled("Maud Osier"), "Maud Osier");
        using var staff = await network.ClientAs(Role.Staff);
        using var browser = network.Client();
        var link = $"/a/e/{network.Services.GetRequiredService<EventTokens>().For(asked.Id, asked.Person!.Value)}/pack";

        foreach (var page in new[] { await mine.GetStringAsync($"/my/events/{asked.Id}/pack", Ct), await browser.GetStringAsync(link, Ct), await staff.GetStringAsync($"/desk/events/{second.Id}/pack", Ct) })
        {
            page.ShouldContain("The budget");
            page.ShouldContain("https://papers.example/budget");
            page.Contains("The gates were spoken of.", StringComparison.Ordinal).ShouldBe(body);
            page.Contains("Send the plan of the gates", StringComparison.Ordinal).ShouldBe(body);
        }
        (await mine.GetStringAsync($"/my/events/{asked.Id}", Ct)).ShouldContain($"/my/events/{asked.Id}/pack");
        (await other.GetAsync($"/my/events/{asked.Id}/pack", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(link.Replace("/pack", "x/pack"), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
