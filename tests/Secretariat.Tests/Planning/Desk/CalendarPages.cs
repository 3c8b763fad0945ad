using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Desk;

public class CalendarPages
{
    private static async Task<PlannedDate> Date(TheNetwork network, string code, int number)
    {
        var outcome = await network.Outcome(code);
        return await network.Db(db => db.Set<PlannedDate>().SingleAsync(d => d.Outcome == outcome && d.Number == number));
    }

    [Fact]
    public async Task A_date_moved_by_hand_stays_when_the_calendar_is_drawn_again_and_what_follows_it_moves_along()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var board = await Date(network, "S.2", 3);
        var report = await Date(network, "S.3", 3);
        var to = board.Date.AddDays(7);

        var moved = await staff.Submit($"/desk/calendar/{board.Id}", null, ("Input.To", $"{to:yyyy-MM-dd}"), ("Input.Reason", "The hall is let"));
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetStringAsync("/desk/calendar")).ShouldContain("One date would change");

        var page = await staff.GetStringAsync("/desk/calendar/again");
        var seen = System.Text.RegularExpressions.Regex.Match(page, "name=\"seen\" value=\"([0-9a-f]{64})\"").Groups[1].Value;
        (await staff.Submit("/desk/calendar/again", null, ("seen", seen))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await Date(network, "S.2", 3)).Date.ShouldBe(to);
        (await Date(network, "S.3", 3)).Date.ShouldBe(to.AddDays(-10));
        report.Date.ShouldNotBe(to.AddDays(-10));
        (await staff.GetStringAsync("/desk/calendar/again")).ShouldContain("Nothing would change");
    }

    [Fact]
    public async Task Drawing_again_changes_nothing_when_the_plan_moved_on_since_it_was_shown()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var board = await Date(network, "S.2", 3);
        await staff.Submit($"/desk/calendar/{board.Id}", null, ("Input.To", $"{board.Date.AddDays(7):yyyy-MM-dd}"), ("Input.Reason", "The hall is let"));

        var answer = await staff.Submit("/desk/calendar/again", null, ("seen", "what was shown yesterday"));

        (await answer.Content.ReadAsStringAsync()).ShouldContain("The plan changed while you were looking");
        (await Date(network, "S.3", 3)).Date.ShouldNotBe(board.Date.AddDays(-3));
    }

    [Fact]
    public async Task Moving_a_date_needs_a_reason_and_a_day_of_the_year_and_keeps_what_was_typed()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var date = await Date(network, "S.1", 4);

        var without = await (await staff.Submit($"/desk/calendar/{date.Id}", null, ("Input.To", "2019-02-20"), ("Input.Reason", ""))).Content.ReadAsStringAsync();
        without.ShouldContain("Say why, in a few words");
        without.ShouldContain("2019-02-20");
        var outside = await (await staff.Submit($"/desk/calendar/{date.Id}", null, ("Input.To", "2020-02-20"), ("Input.Reason", "Later"))).Content.ReadAsStringAsync();
        outside.ShouldContain("choose a day in it");
        (await Date(network, "S.1", 4)).Moved.ShouldBeFalse();
    }

    [Fact]
    public async Task A_clash_made_by_hand_is_flagged_at_once()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var (dinner, board) = (await Date(network, "V.1", 1), await Date(network, "S.2", 3));
        await staff.Submit($"/desk/calendar/{dinner.Id}", null, ("Input.To", $"{board.Date:yyyy-MM-dd}"), ("Input.Reason", "With the board"));
        (await staff.GetStringAsync("/desk/calendar")).ShouldContain("are on the same day");
    }

    [Fact]
    public async Task A_dropped_date_is_neither_late_nor_drawn_again_until_it_is_let_go()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var date = await Date(network, "S.1", 5);
        await staff.Submit($"/desk/calendar/{date.Id}", $"/desk/calendar/{date.Id}?handler=Drop", ("DropReason", "Holidays"));
        (await Date(network, "S.1", 5)).Dropped.ShouldBeTrue();
        await staff.Submit($"/desk/calendar/{date.Id}", $"/desk/calendar/{date.Id}?handler=LetGo");
        (await Date(network, "S.1", 5)).ByHand.ShouldBeFalse();
    }

    [Fact]
    public async Task A_changed_promise_changes_dates_only_when_the_calendar_is_drawn_again()
    {
        await using var network = await ThePlan.Begin();
        var staff = await network.ClientAs(Role.Staff);
        var before = await Date(network, "S.1", 5);
        (await staff.Submit("/desk/plan/S.1/edit", null, ("Input.Title", "Bulletins to chambers"), ("Input.Kind", "Exactly"), ("Input.Count", "10"), ("Input.Unit", "bulletins"),
            ("Input.Every", "Month"), ("Input.Weekday", "Friday"), ("Input.Except", "1"), ("Input.Except", "7"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Date(network, "S.1", 5)).Date.ShouldBe(before.Date);
        (await staff.GetStringAsync("/desk/calendar/again")).ShouldContain("dates would change");
    }
}
