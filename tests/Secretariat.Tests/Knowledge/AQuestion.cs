using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Knowledge.Figures;
using Secretariat.Knowledge.Questions;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Knowledge;

/// <summary>From somebody who does not know to somebody who does.</summary>
public sealed class AQuestion
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_work_on_the_theme_elsewhere_are_told_in_one_weekly_letter_answer_by_its_link_and_the_asker_is_told()
    {
        await using var network = await Practised.Begin();
        var asker = await network.As(Practised.Chair);
        var asked = await asker.Submit("/my/practice/questions/new", null, ("Input.Theme", "high-streets"), ("Input.Subject", "How do you get keys from landlords?"), ("Input.Words", "We have eleven empty shops."));
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var id = Guid.Parse(asked.Headers.Location!.OriginalString.Split('/')[^1]);

        // Monday: the weekly letter goes on Tuesday, and once.
        await network.MoveTo(network.Now.AddDays(15));
        var letters = (await network.Letters()).ToList();
        letters.ShouldHaveSingleItem().To.ShouldBe("maud.osier@crossmere.example");
        letters[0].Subject.ShouldBe("A question on High streets: How do you get keys from landlords?");
        var link = "/a/q/" + network.Services.GetRequiredService<QuestionTokens>().For(id, await network.PersonCalled(Practised.Officer));
        letters[0].Source.Replace("=\r\n", "").ShouldContain(link);

        using var browser = network.Client();
        (await browser.GetStringAsync(link, Ct)).ShouldContain("We have eleven empty shops.");
        (await browser.Submit(link, null, ("Input.Words", "Offer the landlord your own insurance."))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.Submit(link, null, ("Input.Words", "Offer the landlord your own insurance."));

        var told = (await network.Letters()).Skip(1).ToList();
        told.ShouldHaveSingleItem().To.ShouldBe("greta.sandpiper@aldermouth.example");
        told[0].Subject.ShouldBe("Crossmere answered: How do you get keys from landlords?");
        told[0].Source.ShouldNotContain("insurance");
        (await asker.GetStringAsync($"/my/practice/questions/{id}", Ct)).ShouldContain("Offer the landlord your own insurance.");
        (await asker.Submit($"/my/practice/questions/{id}", null, ("Input.Closes", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Question(id)).State.ShouldBe(QuestionState.Closed);
        (await (await browser.GetAsync(link, Ct)).Content.ReadAsStringAsync(Ct)).ShouldNotContain("Your answer");
        (await browser.GetAsync(link[..^3] + "xyz", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_asked_once_somebody_has_answered_nor_a_colleague_in_the_same_house()
    {
        await using var network = await Practised.Begin();
        await network.AddOfficer("ALD", "Ned Heron", "high-streets");
        await network.AddOfficer("BRK", "Una Teal", "high-streets");
        var question = await network.AskedOf();

        (await Asks(network)).Select(a => a.Name).Order().ShouldBe(["Maud Osier", "Una Teal"]);
        // What is found by starting from a person is what is found by starting from the network.
        (await network.Db(async db => await network.Services.GetServices<IAsk>().OfType<QuestionAsks>().Single().Open(db, await network.PersonCalled("Una Teal"), network.Now, Ct))).ShouldHaveSingleItem().Key.ShouldBe(question.Id.ToString("N"));

        await network.In(async s => await s.GetRequiredService<AskTheme>().Answer(question.Id, "Ring the agent.", null, await network.Member("CRO"), await network.Named(Practised.Officer), network.Now, Ct));
        (await Asks(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_asks_sees_what_is_like_it_while_typing_and_nothing_is_kept_by_looking()
    {
        await using var network = await Practised.Begin();
        var shared = await network.Shared();
        var officer = await network.As(Practised.Officer);

        var looked = await (await officer.Submit("/my/practice/questions/new", "?handler=alike", ("Input.Subject", "Who lends keys of empty shops?"))).Content.ReadAsStringAsync(Ct);

        looked.ShouldContain($"/my/practice/{shared.Id}");
        looked.ShouldContain("Who lends keys of empty shops?");
        (await network.Db(db => db.Set<PracticeQuestion>().CountAsync(Ct))).ShouldBe(0);
        var first = await network.AskedOf();
        (await (await officer.Submit("/my/practice/new", "?handler=alike", ("Input.Title", "Keys from landlords"))).Content.ReadAsStringAsync(Ct)).ShouldContain($"/my/practice/questions/{first.Id}");
    }

    [Fact]
    public async Task An_answer_may_only_point_to_a_case_and_not_to_one_that_others_cannot_read()
    {
        await using var network = await Practised.Begin();
        var (shared, draft) = (await network.Shared(), await network.Written("BRK", Practised.Draft("Another")));
        var question = await network.AskedOf();
        var officer = await network.As(Practised.Officer);
        var page = $"/my/practice/questions/{question.Id}";

        (await (await officer.Submit(page)).Content.ReadAsStringAsync(Ct)).ShouldContain("Write your answer, or choose the case");
        await officer.Forge(page, page, ("Input.Case", $"{draft.Id}"));
        (await network.Db(db => db.Set<PracticeAnswer>().CountAsync(Ct))).ShouldBe(0);
        await officer.Submit(page, null, ("Input.Case", $"{shared.Id}"));
        (await officer.GetStringAsync(page, Ct)).ShouldContain("See the case");
    }

    [Fact]
    public async Task Staff_take_out_what_should_not_stand_and_the_question_waits_again()
    {
        await using var network = await Practised.Begin();
        var question = await network.AskedOf();
        await network.In(async s => await s.GetRequiredService<AskTheme>().Answer(question.Id, "Ask my cousin, he is cheap.", null, await network.Member("CRO"), await network.Named(Practised.Officer), network.Now, Ct));
        var (staff, officer, asker) = (await network.ClientAs(Role.Staff), await network.As(Practised.Officer), await network.As(Practised.ChiefExecutive));
        var (desk, page) = ($"/desk/practice/questions/{question.Id}", $"/my/practice/questions/{question.Id}");

        await staff.Submit(desk, "?handler=AnswerOut", ("Input.Why", "It advertises."));
        var shown = await officer.GetStringAsync(page, Ct);
        shown.ShouldContain("It advertises.");
        shown.ShouldNotContain("cousin");
        (await network.Question(question.Id)).AnsweredAt.ShouldBeNull();

        await staff.Submit(desk, "?handler=Out", ("Input.Why", "It names a tenant."));
        (await officer.GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await asker.GetStringAsync(page, Ct)).ShouldContain("It names a tenant.");
        (await Asks(network)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_was_taken_out_is_not_announced_and_somebody_who_left_is_told_nothing()
    {
        await using var network = await Practised.Begin();
        var (first, second) = (await network.AskedOf(), await network.AskedOf(subject: "Who lends awnings?"));
        await Answers(first.Id, "Ask my cousin, he is cheap.");
        var answer = await network.Db(db => db.Set<PracticeAnswer>().Select(a => a.Id).SingleAsync(Ct));
        await network.In(s => s.GetRequiredService<AskTheme>().TakeAnswerOut(first.Id, answer, "It advertises.", TheNetwork.Staff, network.Now, Ct));
        await network.Db(async db =>
        {
            var asker = await db.Set<Secretariat.Members.People.Person>().Include(p => p.Positions).SingleAsync(p => p.Id == first.Person, Ct);
            foreach (var position in asker.Positions) position.Correct(position.From, DateOnly.FromDateTime(network.Now.AddDays(-1).UtcDateTime));
            await db.Save(TheNetwork.Staff, "End position", Ct);
        });
        await Answers(second.Id, "We do.");

        await network.MoveTo(network.Now.AddHours(1));

        (await network.Letters()).ShouldBeEmpty();

        Task Answers(Guid question, string words) => network.In(async s => await s.GetRequiredService<AskTheme>().Answer(question, words, null, await network.Member("CRO"), await network.Named(Practised.Officer), network.Now, Ct));
    }

    [Fact]
    public async Task After_ten_days_without_an_answer_staff_find_it_on_todays_list_and_at_once_when_nobody_works_on_the_theme()
    {
        await using var network = await Practised.Begin();
        var (known, unknown) = (await network.AskedOf(), await network.AskedOf("flood", "Who dries out a shop?"));
        var today = new DateOnly(2018, 12, 3);

        (await Today(network, today)).Select(t => t.Href).ShouldBe([$"/desk/practice/questions/{unknown.Id}"]);
        (await Today(network, today.AddDays(9))).Count.ShouldBe(1);
        (await Today(network, today.AddDays(10))).Select(t => t.Href).ShouldContain($"/desk/practice/questions/{known.Id}");
    }

    [Fact]
    public async Task Questions_are_between_members_and_staff_ask_for_somebody_who_then_is_told()
    {
        await using var network = await Practised.Begin();
        var question = await network.AskedOf();
        var (sponsor, staff) = (await network.ClientAs(Role.Sponsor), await network.ClientAs(Role.Staff));

        foreach (var page in new[] { $"/my/practice/questions/{question.Id}", "/my/practice/questions" }) (await sponsor.GetAsync(page, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var asked = await staff.Submit("/desk/practice/questions/new?member=BRK", "/desk/practice/questions/new", ("Input.Person", $"{await network.PersonCalled(Practised.Director)}"), ("Input.Theme", "high-streets"), ("Input.Subject", "Who lends awnings?"), ("Input.Words", "He rang."));
        var made = await network.Question(Guid.Parse(asked.Headers.Location!.OriginalString.Split('/')[^1]));
        (made.Name, made.TypedBy.ShouldNotBeNull().Length > 0).ShouldBe((Practised.Director, true));
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_no_name_in_cases_uses_questions_and_answers_and_gets_all_of_them_first()
    {
        await using var network = await Practised.Begin();
        var weir = await network.PersonCalled(Practised.ChiefExecutive);
        var shared = await network.Shared(draft: Practised.Draft() with { Contact = weir });
        await network.In(async s => await s.GetRequiredService<Secretariat.Knowledge.Cases.WriteCase>().Change(shared.Id, 1, null, Practised.Draft("By himself"), await network.Named(Practised.ChiefExecutive), network.Now, Ct));
        var question = await network.AskedOf();
        var (other, another) = (await network.Shared("BRK", Practised.Draft("Another")), await network.AskedOf(subject: "Who lends awnings?", asker: Practised.Officer, member: "CRO"));
        var himself = await network.Named(Practised.ChiefExecutive);
        await network.In(async s => await s.GetRequiredService<Secretariat.Knowledge.Uses.UseCase>().Say(other.Id, await network.Member("ALD"), "As it stands", himself, network.Now, Ct));
        await network.In(async s => await s.GetRequiredService<AskTheme>().Answer(another.Id, "We do.", null, await network.Member("ALD"), himself, network.Now, Ct));

        var held = await network.In(s => s.GetServices<IPersonalData>().OfType<Secretariat.Knowledge.PracticePersonalData>().Single().Export(weir, Ct));
        held["practice_written"].ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(1);
        held["practice_asked"].ShouldBeAssignableTo<System.Collections.ICollection>()!.Count.ShouldBe(1);
        await network.In(s => s.GetRequiredService<ErasePerson>().Run(weir, TheNetwork.Staff, Ct));

        (await network.Latest(shared.Id)).WrittenBy.ShouldBe("a former colleague");
        (await network.Question(question.Id)).ShouldSatisfyAllConditions(q => q.Person.ShouldBeNull(), q => q.Name.ShouldBe("somebody there"));
        (await network.Db(db => db.Set<Secretariat.Knowledge.Cases.CaseVersion>().CountAsync(v => v.Contact == weir, Ct))).ShouldBe(0);
        (await network.Db(db => db.Set<Secretariat.Knowledge.Uses.CaseUse>().SingleAsync(Ct))).ShouldSatisfyAllConditions(u => u.Person.ShouldBeNull(), u => u.Name.ShouldNotContain("Weir"));
        (await network.Db(db => db.Set<PracticeAnswer>().SingleAsync(Ct))).ShouldSatisfyAllConditions(a => a.Person.ShouldBeNull(), a => a.Name.ShouldBe("somebody there"));
    }

    private static Task<IReadOnlyList<Ask>> Asks(TheNetwork network) => network.Db(db => network.Services.GetServices<IAsk>().OfType<QuestionAsks>().Single().Open(db, null, network.Now, Ct));

    private static Task<IReadOnlyList<TodayTask>> Today(TheNetwork network, DateOnly day) => network.In(s => s.GetServices<IToday>().OfType<PracticeToday>().Single().For(day, Ct));
}
