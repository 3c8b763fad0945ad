using Secretariat.Planning.ByHand;
using Secretariat.Planning.Outcomes;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Desk;

public class AtAGlanceTests
{
    private static readonly Evidence First = new("bulletins-sent", new(2018, 10, 18), "Bulletin 1", "/desk/bulletins/one");

    [Fact]
    public async Task A_bulletin_that_was_sent_fills_a_tick_and_a_mark_that_lead_to_it()
    {
        await using var network = await ThePlan.Begin(First);
        var html = await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk");
        html.ShouldContain("1 of 10");
        html.ShouldContain("""<a class="tick done" href="/desk/bulletins/one" title="Bulletin 1, Thursday 18 October 2018">""");
        html.ShouldContain("""<a href="/desk/bulletins/one" aria-label="Bulletins to chambers 1, """);
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_is_late_and_asks_for_a_person()
    {
        await using var network = await ThePlan.Begin(First);
        var html = await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk");
        html.ShouldContain("Bulletins to chambers 2 was promised for Thursday 15 November 2018");
        html.ShouldContain("9, 1 short");
    }

    [Fact]
    public async Task What_a_feature_delivers_it_asks_for_itself()
    {
        await using var network = await ThePlan.Begin();
        network.Clock.StopAt(new(2018, 10, 15, 9, 0, 0, TimeSpan.Zero));
        var tasks = await network.In(async services => await services.GetServices<IToday>().OfType<PlanToday>().Single().For(new(2018, 10, 15), default));
        tasks.ShouldNotContain(task => task.Fact.StartsWith("Bulletins"));
        tasks = await network.In(async services => await services.GetServices<IToday>().OfType<PlanToday>().Single().For(new(2018, 11, 10), default));
        tasks.ShouldContain(task => task.Verb == "Settle" && task.Fact.StartsWith("Bulletins"));
    }

    [Fact]
    public async Task An_empty_network_says_what_the_page_is_for_and_what_to_do_next()
    {
        await using var network = await TheNetwork.Begin();
        var html = await (await network.ClientAs(Role.Staff)).GetStringAsync("/desk");
        html.ShouldContain("There is no plan yet");
        html.ShouldContain("import pack");
    }

    [Fact]
    public async Task The_home_asks_the_database_no_more_often_when_there_is_more_to_show()
    {
        var asked = new CountedCommands();
        await using var network = await TheNetwork.Begin("testpacks/three", asked.Listen);
        network.Clock.StopAt(ThePlan.Now);
        var staff = await network.ClientAs(Role.Staff);
        await staff.GetStringAsync("/desk");
        asked.Clear();
        await staff.GetStringAsync("/desk");
        var before = asked.Count;
        var outcome = await network.Outcome("S.1");
        await network.Has([.. Enumerable.Range(1, 40).Select(day => new HandEvidence(outcome, new(2018, 10, 1), $"Letter {day}", "/desk", null, TheNetwork.Staff, ThePlan.Now, new(2018, 12, 3)))]);

        asked.Clear();
        await staff.GetStringAsync("/desk");

        before.ShouldBeGreaterThan(0);
        asked.Count.ShouldBe(before, string.Join('\n', asked.Texts));
    }
}
