using System.Net;
using System.Text.Json.Nodes;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>What anybody computes from a round's export, however much later.</summary>
public sealed class RecountedExport
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Neither_a_late_answer_nor_an_erased_name_changes_what_anybody_computes_from_the_export()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound();
        await network.AllAnswer(round, 1, 3);
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        using var staff = await network.ClientAs(Role.Staff);
        var mandate = (await network.Mandate(round))!;
        using var taken = await staff.Submit($"/desk/mandates/{mandate.Id}/statement", null, ("Input.Channel", "Portal"), ("Input.To", "The Treasury"), ("Input.Sender", ""));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var release = JsonNode.Parse(await staff.GetStringAsync($"{taken.Headers.Location!.OriginalString}?handler=sealed", Ct))!;

        await network.Answers(round, 4, Answer.Object, "We were away.");
        var chair = (await network.Asks(round, 1)).Chair;
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(chair.Id, TheNetwork.Staff, Ct));

        var export = JsonNode.Parse(await staff.GetStringAsync($"/desk/rounds/{round.Id}/export", Ct))!;
        var log = CanonicalJson.Of(export["log"]!.DeepClone());
        var stored = (await network.Round(round.Id)).Result;
        Tally.Of(RoundLog.Parse(log)).Canonical().ShouldBe(stored, "byte for byte");
        CanonicalJson.Of(export["result"]!.DeepClone()).ShouldBe(stored);
        release["round"]!["log_sha256"]!.GetValue<string>().ShouldBe(CanonicalJson.Hash(log));
        log.ShouldNotContain("Chair 02");
        export["people"]!.AsArray().Select(p => (p!["number"]!.GetValue<int>(), p["name"]!.GetValue<string>())).ShouldBe([(1, Response.Former), (2, "Chair 02"), (3, "Chair 03"), (4, "Chair 04")]);
        export["late"]!.AsArray().ShouldHaveSingleItem()!["reason"]!.GetValue<string>().ShouldBe("We were away.");
    }
}
