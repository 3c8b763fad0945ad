using System.Text.RegularExpressions;
using CsCheck;
using Secretariat.Platform.Web;

namespace Secretariat.Tests.Platform.Web;

public sealed partial class Colours
{
    [GeneratedRegex("--accent:(#[0-9a-f]{6});")]
    private static partial Regex AccentIn();

    [Fact]
    public void Any_colour_of_a_network_becomes_one_that_can_be_read_on_white() =>
        Gen.Int[0, 0xffffff].Sample(rgb => Accent.Contrast(AccentIn().Match(Accent.Css($"#{rgb:x6}")).Groups[1].Value).ShouldBeGreaterThan(4.5));

    [Fact]
    public void A_colour_that_is_readable_already_is_left_alone() => Accent.Css("#0b5d66").ShouldContain("--accent:#0b5d66;");

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#12;}body{display:none")]
    public void What_is_no_colour_cannot_become_a_rule(string accent) => Accent.Css(accent).ShouldBe(Accent.Css("#0b5d66"));
}
