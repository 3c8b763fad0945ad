using System.Net;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>What staff write before a round opens.</summary>
public sealed class Drafting
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly NamedChair One = new(Guid.NewGuid(), "Chair 01", "Member 01"), Two = new(Guid.NewGuid(), "Chair 02", "Member 02");
    private static readonly RoundTerms Part = new("Three quarters", "", new(3, 4, false), RoundBase.Members, null, Objections.Listed, false, Silence.Nothing, false);
    private static readonly RoundTerms All = Part with { Threshold = new(1, 1, false) };
    private static readonly RoundTerms Each = Part with { Threshold = null };

    public static TheoryData<string, RoundDraft> Refused()
    {
        var draft = Asked.Draft() with { Title = "Another question?", Rule = "another-rule" };
        return new TheoryData<string, RoundDraft>
        {
            { "Title", draft with { Title = " " } },
            { "Title", draft with { Title = "One line\nand another" } },
            { "Rule", draft with { Rule = "" } },
            { "Options", draft with { Kind = RoundKind.Choose, Options = ["Leeds", " Leeds "] } },
            { "MandateUntil", draft with { MandateUntil = DateOnly.FromDateTime(Asked.Closes.UtcDateTime).AddDays(-1) } },
            { "Asked", draft with { Kind = RoundKind.Confirm, AskedPence = -1 } },
            { "SecondChair", draft with { Correctors = [One] } },
            { "SecondChair", draft with { Correctors = [One, One] } },
            { "ObjectHours", draft with { Correctors = [One, Two], ObjectHours = 0 } },
            { "Rule", draft with { Terms = Each } },
            { "Rule", draft with { Kind = RoundKind.Confirm, Terms = Part } },
            { "SilenceIsConsent", draft with { Kind = RoundKind.Confirm, Terms = Each, Silence = Silence.Consent } },
            { "SilenceIsConsent", draft with { Terms = All, Silence = Silence.Consent } },
        };
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_draft_that_is_refused_leaves_the_round_as_it_was(string field, RoundDraft draft)
    {
        var round = new Round(Asked.Draft());
        var before = Facts(round);

        Should.Throw<RuleBroken>(() => round.Draft(draft)).Field.ShouldBe(field);

        Facts(round).ShouldBe(before);
    }

    [Fact]
    public void A_mandate_may_end_on_the_day_on_which_its_round_closes()
    {
        var last = DateOnly.FromDateTime(Asked.Closes.UtcDateTime);
        new Round(Asked.Draft() with { MandateUntil = last }).MandateUntil.ShouldBe(last);
    }

    [Fact]
    public async Task A_full_agreement_in_which_silence_is_consent_is_refused_before_it_is_kept()
    {
        await using var network = await Asked.Network(2);
        using var staff = await network.ClientAs(Role.Staff);
        (string, string)[] typed = [("Input.Kind", "AgreeText"), ("Input.Title", "Do all of you agree?"), ("Input.Rule", "full-agreement"), ("Input.Subject", "Housing"), ("Input.Text", "Members want homes."), ("Input.ClosesDay", "2017-11-20"), ("Input.SilenceIsConsent", "true")];

        var page = WebUtility.HtmlDecode(await (await staff.Submit("/desk/rounds/new", null, typed)).Content.ReadAsStringAsync(Ct));

        page.ShouldContain("Silence is never consent in a confirmation or a full agreement.");
        page.ShouldContain("Do all of you agree?");
        page.ShouldContain("Members want homes.");
    }

    private static string Facts(Round round) =>
        string.Join('|', round.Kind, round.Title, round.Rule, round.Silence, round.MandateUntil, round.ClosesAt, round.AskedPence, round.ObjectHours, string.Join(',', round.Correctors.Select(c => c.Name)), string.Join(',', round.Options), round.Latest.Hash);
}
