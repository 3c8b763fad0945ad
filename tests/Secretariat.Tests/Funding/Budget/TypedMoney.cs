using Secretariat.Funding;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Funding.Budget;

/// <summary>Pounds as people type them: what could be read in two ways is read in none.</summary>
public sealed class TypedMoney
{
    [Theory]
    [InlineData("1,240.50", 124050)]
    [InlineData("£1240.5", 124050)]
    [InlineData("12", 1200)]
    [InlineData("430,721", 43072100)]
    public void Pounds_and_pence_are_kept_as_pence(string typed, long pence) => FundingText.Pounds(typed, "Amount").ShouldBe(new Money(pence));

    [Theory]
    [InlineData("12,50")]
    [InlineData("1240,50")]
    [InlineData("1,24,050")]
    [InlineData("12.345")]
    [InlineData("-5")]
    [InlineData("9999999999999999999999999999")]
    public void What_could_mean_another_sum_is_asked_for_again(string typed) => Should.Throw<RuleBroken>(() => FundingText.Pounds(typed, "Amount")).Field.ShouldBe("Amount");
}
