using CsCheck;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Rules;

namespace Secretariat.Tests.Agreements.Rounds.Rules;

public class RedlineRead
{
    [Fact]
    public void A_mended_comma_is_one_word_out_and_one_in()
    {
        var (before, after) = (Written("Rates growth and skills."), Written("Rates, growth and skills."));

        Redline.Html(before, after).ShouldBe("<p><strong>Rates</strong> <strong>and</strong> <strong>growth</strong> </p><p><del>Rates </del> <ins>Rates, </ins> growth and skills. </p>");
        Redline.Text(before, after).ShouldBe("Rates and growth\n[out: Rates] [in: Rates,] growth and skills.");
    }

    [Fact]
    public void A_list_stays_a_list()
    {
        var html = Redline.Html(Written("We ask:\n\n- three years\n- more trust"), Written("We ask:\n\n- two years\n- more trust\n- less paper"));

        html.ShouldContain("<p>• <del>three </del> <ins>two </ins> years </p><p>• more trust </p><p><ins>• less paper </ins> </p>");
    }

    [Fact]
    public void A_word_that_only_became_bold_has_changed()
    {
        Redline.Html(Written("Without **any** doubt."), Written("Without any doubt.")).ShouldContain("Without <del><strong>any</strong> </del> <ins>any </ins> doubt.");
        Redline.Text(Written("Without **any** doubt."), Written("Without any doubt.")).ShouldContain("Without [out: **any**] [in: any] doubt.");
    }

    [Fact]
    public void Where_a_link_leads_is_read_and_compared()
    {
        var html = Redline.Html(Written("See [the paper](https://one.example/paper)."), Written("See [the paper](https://two.example/paper)."));

        html.ShouldContain("See the paper <del>(https://one.example/paper) </del> <ins>(https://two.example/paper) </ins>");
    }

    [Fact]
    public void What_went_leaves_no_empty_line_and_breaks_no_page()
    {
        var html = Redline.Html(Written("One.\n\n<script>two</script>\n\nThree."), Written("One.\n\nThree."));

        html.ShouldNotContain("<script");
        html.ShouldContain("<p><del>&lt;script&gt;two&lt;/script&gt; ¶ </del> Three. </p>");
    }

    [Fact]
    public void Every_change_of_the_hash_shows_in_the_redline() =>
        Gen.Select(Gen.String["ab *_-,.\n[]()"], Gen.String["ab *_-,.\n[]()"]).Sample(pair =>
        {
            RoundText before, after;
            try
            {
                (before, after) = (Written(pair.Item1), Written(pair.Item2));
            }
            catch (Secretariat.Platform.Data.RuleBroken)
            {
                return;
            }
            var html = Redline.Html(before, after);
            (html.Contains("<ins>") || html.Contains("<del>") || html.Contains(Redline.Unseen)).ShouldBe(before.Hash() != after.Hash(), html);
        }, iter: 3000);

    private static RoundText Written(string text) => RoundText.Written("Rates and growth", text, []);
}
