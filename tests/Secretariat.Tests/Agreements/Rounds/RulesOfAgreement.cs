using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

public sealed class RulesOfAgreement
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 4, false, 38, 29)]
    [InlineData(3, 4, false, 40, 30)]
    [InlineData(1, 1, false, 38, 38)]
    [InlineData(1, 2, true, 9, 5)]
    [InlineData(1, 2, true, 8, 5)]
    [InlineData(2, 3, false, 3, 2)]
    public void A_threshold_is_counted_in_whole_members(int num, int den, bool moreThan, int counted, int needed) =>
        new Threshold(num, den, moreThan).Of(counted).ShouldBe(needed);

    [Fact]
    public void Silence_is_never_consent_in_a_confirmation_or_a_full_agreement()
    {
        RoundTerms Terms(Threshold? threshold) => new("R", "", threshold, RoundBase.Members, null, Objections.Listed, false, Silence.Consent, false);

        Should.Throw<RuleBroken>(() => new RoundRule("r", Terms(null))).Message.ShouldContain("never consent");
        Should.Throw<RuleBroken>(() => new RoundRule("r", Terms(new Threshold(1, 1, false))));
        new RoundRule("r", Terms(new Threshold(3, 4, false))).Silence.ShouldBe(Silence.Consent);
    }

    [Fact]
    public async Task The_packs_rules_are_loaded_as_values_and_shown_with_what_they_take_today()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");
        using var staff = await network.ClientAs(Role.Staff);

        (await network.Db(db => db.Set<RoundRule>().OrderBy(r => r.Code).Select(r => r.Code).ToListAsync(Ct))).ShouldBe(["board-majority", "collective-agreement", "comment", "confirm", "full-agreement"]);
        var page = await staff.GetStringAsync("/desk/rules", Ct);
        page.ShouldContain("29 of 38 LEPs");
        page.ShouldContain("38 of 38 LEPs");
        page.ShouldContain("5 of 9 filled seats, 5 answering at least");
        page.ShouldContain("each answers for itself");
    }
}
