using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Dispositions;

/// <summary>Each comment is accepted, rejected with a reason or deferred, and its author is told.</summary>
public sealed class WhatBecomesOfComments
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_is_rejected_with_a_reason_or_not_at_all()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        var said = await network.Answers(round, 1, Answer.Comment, "Too long.");
        var silent = await network.Answers(round, 2, Answer.Abstain);

        Should.Throw<RuleBroken>(() => new Disposition(said, Verdict.Rejected, " ", TheNetwork.Staff, network.Now)).Field.ShouldBe("Reason");
        Should.Throw<RuleBroken>(() => new Disposition(silent, Verdict.Accepted, null, TheNetwork.Staff, network.Now)).Message.ShouldContain("no comment");
        new Disposition(said, Verdict.Deferred, null, TheNetwork.Staff, network.Now).ToldAt.ShouldBeNull();
    }

    [Fact]
    public async Task Staff_work_the_comments_down_tell_each_author_once_and_the_member_sees_what_became_of_its_own()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(4, server);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        foreach (var (member, words) in new[] { (1, "Shorter, please."), (2, "Where is the map?"), (1, "And in larger letters.") }) await network.Answers(round, member, Answer.Comment, words);
        await network.Drain();
        server.Taken.Clear();
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/comments";
        var log = await network.Log(round);
        (await staff.GetStringAsync(page, Ct)).ShouldContain("<strong>0 of 3</strong>");

        var refused = WebUtility.HtmlDecode(await (await Decide(log[1], "Rejected", "")).Content.ReadAsStringAsync(Ct));
        refused.ShouldContain("Say why it is rejected");
        await Decide(log[0], "Accepted", "");
        await Decide(log[1], "Rejected", "It is on {{page}} four.");
        (await Decide(log[2], "Deferred", "Until the next one.")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // Not told yet, so not shown yet.
        using var phone = network.Client();
        (await phone.GetStringAsync(await network.LinkOf(round, 1), Ct)).ShouldNotContain("What became of");

        (await staff.Submit(page, $"{page}?handler=tell")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetStringAsync(page, Ct)).ShouldContain("2 authors are told");
        (await staff.Forge(page, $"{page}?handler=tell")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await network.Drain();

        var letters = server.Taken.ToDictionary(l => l.To, l => l.Message.TextBody!);
        letters.Count.ShouldBe(2, "one letter for each author, however many comments, and none twice");
        letters["chair01@m01.example"].ShouldContain("Shorter, please.");
        letters["chair01@m01.example"].ShouldContain("It is accepted.");
        letters["chair01@m01.example"].ShouldContain("It is deferred: Until the next one.");
        letters["chair02@m02.example"].ShouldContain("It is rejected: It is on { {page}} four.");
        letters["chair02@m02.example"].ShouldNotContain("Shorter");

        WebUtility.HtmlDecode(await phone.GetStringAsync(await network.LinkOf(round, 2), Ct)).ShouldContain("It is on {{page}} four.");
        var (elector, chair) = await network.Asks(round, 1);
        using var mine = await network.ClientOf(chair.Id, chair.Name);
        (await mine.GetStringAsync($"/my/rounds/{elector.Id}", Ct)).ShouldContain("Until the next one.");
        await network.MoveTo(Asked.Closes.AddDays(1));
        (await mine.GetStringAsync("/my/rounds", Ct)).ShouldContain("See what became of your comments");
        (await network.Db(db => db.Set<AuditEntry>().Where(e => e.RecordType == nameof(Disposition)).Select(e => e.Verb).Distinct().ToListAsync(Ct))).ShouldBe(["Settle comment", "Tell authors of comments"], ignoreOrder: true);

        Task<HttpResponseMessage> Decide(Response comment, string verdict, string reason) =>
            staff.Submit(page, $"{page}?handler=decide", ("Input.Comment", comment.Id.ToString()), ("Input.Seen", ""), ("Input.Verdict", verdict), ("Input.Reason", reason));
    }

    [Fact]
    public async Task What_was_decided_otherwise_is_told_again_and_nothing_else_is()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        foreach (var member in new[] { 1, 2 })
            await network.Has(new Disposition(await network.Answers(round, member, Answer.Comment, "Shorter."), Verdict.Deferred, null, TheNetwork.Staff, network.Now));
        (await Tell()).ShouldBe(2);
        (await Tell()).ShouldBe(0);
        await network.Db(async db =>
        {
            (await db.Set<Disposition>().OrderBy(d => d.Id).FirstAsync(Ct)).Decide(Verdict.Accepted, null, TheNetwork.Staff, network.Now);
            await db.Save(TheNetwork.Staff, "Settle comment", Ct);
        });

        (await Task.WhenAll(Tell(), Tell())).Sum().ShouldBe(1, "two windows that tell at once tell once");

        Task<int> Tell() => network.In(s => s.GetRequiredService<TellAuthors>().Run(round.Id, TheNetwork.Staff, network.Now, Ct));
    }

    [Fact]
    public async Task Of_two_who_decide_about_a_comment_at_once_one_is_told_what_the_other_decided()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        var comment = await network.Answers(round, 1, Answer.Comment, "Shorter.");
        using var staff = await network.ClientAs(Role.Staff);
        var page = $"/desk/rounds/{round.Id}/comments";
        using var shown = await staff.GetAsync(page, Ct);

        var decided = await Task.WhenAll(new[] { "Accepted", "Deferred", "Rejected" }.Select(verdict =>
            staff.Again(shown, $"{page}?handler=decide", ("Input.Comment", $"{comment.Id}"), ("Input.Verdict", verdict), ("Input.Reason", $"It is {verdict}."))));

        decided.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var answer in decided.Where(a => a.StatusCode != HttpStatusCode.Redirect))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain("Somebody decided about this comment a moment ago");
        }
        (await network.Db(db => db.Set<Disposition>().CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_waits_for_a_comment_that_came_too_late_or_whose_member_withdrew()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        await network.Answers(round, 1, Answer.Comment, "Stands.");
        await network.Answers(round, 2, Answer.Comment, "On second thoughts, nothing.");
        await network.Answers(round, 2, Answer.Withdrawn);
        (await Waiting()).ShouldBe(1);
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        await network.Answers(round, 3, Answer.Comment, "Too late.");

        (await Waiting()).ShouldBe(1);
        var comments = await network.Db(db => RoundComments.Of(db, round.Id, Ct));
        comments.Select(c => (c.Member, c.Waits)).ShouldBe([("Member 01", true), ("Member 02", false), ("Member 03", false)]);
        (await network.In(s => s.GetServices<IToday>().OfType<CommentsToday>().Single().For(new(2017, 10, 24), Ct))).Single().Fact.ShouldStartWith("One comment waits for a decision");

        Task<int> Waiting() => network.Db(db => RoundComments.Waiting(db).CountAsync(c => c.Round == round.Id, Ct));
    }

    [Fact]
    public async Task Who_decided_is_erased_and_what_was_decided_stays()
    {
        await using var network = await Asked.Network(2);
        var person = await network.PersonWho(Role.Staff);
        var round = await network.HasRound(Asked.Draft("confirm", RoundKind.Comment));
        await network.Has(new Disposition(await network.Answers(round, 1, Answer.Comment, "Shorter."), Verdict.Accepted, null, new Actor(person.Id, person.Name), network.Now));

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(person.Id, TheNetwork.Staff, Ct));

        var kept = await network.Db(db => db.Set<Disposition>().AsNoTracking().SingleAsync(Ct));
        (kept.DecidedBy, kept.Verdict).ShouldBe((null, Verdict.Accepted));
        kept.DecidedByName.ShouldNotBe(person.Name);
    }
}
