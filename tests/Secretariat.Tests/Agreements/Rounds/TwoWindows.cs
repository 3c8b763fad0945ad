using System.Net;
using Secretariat.Platform.Access;
using Secretariat.Tests.Agreements.Corrections;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>Two people, or two windows, that change one text.</summary>
public sealed class TwoWindows
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_is_not_sent_by_somebody_who_read_the_one_before_it_and_what_they_wrote_is_kept()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/version";
        using var other = await staff.GetAsync(page, Ct);
        (await staff.Submit(page, page, ("Input.Text", "Members want trams."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var refused = await Content(await staff.Again(other, page, ("Input.Text", "Members want ferries.")));

        refused.ShouldContain("version 2 is out");
        refused.ShouldContain("Members want ferries.");
        (await network.Round(round.Id)).Latest.Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_that_came_meanwhile_is_not_undone_by_a_window_that_was_open_before_it()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasCorrectable();
        using var staff = await network.ClientAs(Role.Staff);
        var (correct, reword) = ($"/desk/rounds/{round.Id}/correct", $"/desk/rounds/{round.Id}/version");
        using var proposing = await staff.GetAsync(correct, Ct);
        using var rewording = await staff.GetAsync(reword, Ct);
        await network.GoesRound(round);
        await network.MoveTo(network.Now.AddHours(25));

        (await Content(await staff.Again(proposing, correct, ("Input.Text", "Members want longer transport funding, that, lasts."), ("Input.Why", "Two commas.")))).ShouldContain("version 2 is out");
        (await Content(await staff.Again(rewording, reword, ("Input.Text", "Members want trams.")))).ShouldContain("version 2 is out");

        (await network.Round(round.Id)).Latest.Number.ShouldBe(2);
        (await network.CorrectionsOf(round)).ShouldHaveSingleItem();
    }

    private static async Task<string> Content(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
}
