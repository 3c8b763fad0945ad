using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Corrections.Letters;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Members.Asks;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Corrections;

/// <summary>Corrections as staff, the two Chairs and members meet them on pages and in letters.</summary>
public sealed class CorrectionPages
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_sentence_nobody_proposes_or_passes_one_whatever_their_role()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasRound();
        var (_, chair) = await network.Asks(round, 1);
        (string, string)[] typed = [("Input.Subject", "Transport funding"), ("Input.Text", Corrected.Right), ("Input.Why", Corrected.Why), ("Input.Read", "1")];

        foreach (var role in new[] { Role.Admin, Role.Staff })
        {
            using var desk = await network.ClientAs(role);
            (await Read(desk, $"/desk/rounds/{round.Id}/correct")).ShouldContain("nobody may");
            (await Read(desk, $"/desk/rounds/{round.Id}")).ShouldNotContain($"/desk/rounds/{round.Id}/correct");
            (await desk.Forge($"/desk/rounds/{round.Id}/version", $"/desk/rounds/{round.Id}/correct", typed)).StatusCode.ShouldBe(HttpStatusCode.OK, "it is refused, and the page says so");
        }
        foreach (var person in new[] { chair.Id, (await network.PersonWho(Role.Board)).Id, (await network.PersonWho(Role.ChiefExecutive)).Id })
        {
            using var member = await network.ClientOf(person);
            (await member.PostAsync($"/desk/rounds/{round.Id}/correct", new FormUrlEncodedContent([]), Ct)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        }
        (await Should.ThrowAsync<RuleBroken>(() => network.Proposes(round))).Message.ShouldContain("nobody may");
        using var phone = network.Client();
        (await Read(phone, await network.LinkOf(round, 1))).ShouldNotContain("correction");
        (await network.CorrectionsOf(round)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Staff_name_the_two_as_they_write_a_round_and_everybody_reads_it_before_they_answer()
    {
        await using var network = await Asked.Network(3);
        var (one, two) = (await network.Named(1), await network.Named(2));
        using var staff = await network.ClientAs(Role.Staff);

        (string, string)[] typed = [("Input.Title", "Do you agree this text on transport?"), ("Input.Rule", "collective-agreement"), ("Input.Subject", "Transport funding"), ("Input.Text", Corrected.Wrong), ("Input.ClosesDay", "2017-10-23"), ("Input.ObjectHours", "12")];
        (await Content(await staff.Submit("/desk/rounds/new", null, [.. typed, ("Input.FirstChair", $"{one.Person}")]))).ShouldContain("Name two Chairs");
        var written = await staff.Submit("/desk/rounds/new", null, [.. typed, ("Input.FirstChair", $"{one.Person}"), ("Input.SecondChair", $"{two.Person}")]);
        var desk = written.Headers.Location!.ToString();
        const string Sentence = "Two Chairs, Chair 01 and Chair 02, may pass corrections that change no meaning. Everybody gets each at once and has 12 hours to object.";
        (await staff.Submit($"{desk}/edit", null, ("Input.Title", "Do you agree this better text?"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Read(staff, $"{desk}/open")).ShouldContain(Sentence);
        await staff.Submit($"{desk}/open", null, ("Tell", "now"));

        var round = await network.Round(Guid.Parse(desk.Split('/')[^1]));
        using var phone = network.Client();
        (await Read(phone, await network.LinkOf(round, 3))).ShouldContain(Sentence);
        (await Read(staff, $"{desk}/export")).ShouldContain(Sentence);
        (await Written(network, RoundAsked.ClassName, round.Id)).ShouldContain(Sentence);
    }

    [Fact]
    public async Task Staff_propose_it_both_Chairs_pass_it_by_their_links_and_a_member_objects_by_theirs()
    {
        await using var network = await Asked.Network(4);
        var round = await network.HasCorrectable();
        using var staff = await network.ClientAs(Role.Staff);
        using var phone = network.Client();
        var page = $"/desk/rounds/{round.Id}/correct";

        (await Content(await staff.Submit(page, page + "?handler=look", ("Input.Text", Corrected.Right), ("Input.Why", Corrected.Why)))).ShouldContain("What changes");
        (await Content(await staff.Submit(page, page, ("Input.Text", Corrected.Right)))).ShouldContain("Say in one sentence");
        (await staff.Submit(page, page, ("Input.Text", Corrected.Right), ("Input.Why", Corrected.Why))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var shown = await Read(staff, $"/desk/rounds/{round.Id}");
        shown.ShouldContain("Neither of the two Chairs has passed it yet");
        shown.ShouldContain(Corrected.Why);

        (await Read(phone, await network.LinkOf(round, 3))).ShouldNotContain("A correction of the text", customMessage: "members get it when both have passed it");
        await phone.Submit(await network.LinkOf(round, 1), "?handler=pass");
        (await Read(phone, await network.LinkOf(round, 1))).ShouldContain("You have passed it");
        var second = await network.LinkOf(round, 2);
        (await phone.Submit(second, "?handler=pass")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Read(phone, await network.LinkOf(round, 3))).ShouldContain("can object until <strong>Tuesday 17 October 2017");

        var third = await network.LinkOf(round, 3);
        (await Content(await phone.Submit(third, "?handler=object", ("Correcting.As", "self")))).ShouldContain("Say why you object");
        var refused = await phone.Submit(third, "?handler=object", ("Correcting.Reason", "It changes what lasts."), ("Correcting.As", "for"));
        (await Content(refused)).ShouldContain("It changes what lasts.");
        var objected = await phone.Submit(third, "?handler=object", ("Correcting.Reason", "It changes what lasts."), ("Correcting.As", "for"), ("Correcting.Through", "Nuala Ferris"));
        (await Read(phone, objected.Headers.Location!.ToString())).ShouldContain("Your objection is recorded");

        var stopped = (await network.CorrectionsOf(round)).Single();
        (stopped.State, stopped.ObjectedByName, stopped.ObjectedThrough).ShouldBe((CorrectionState.Objected, "Chair 03", "Nuala Ferris"));
        (await network.Letters("correction-objection")).ShouldBe(1, "the Chair in whose name it was said is told");
        (await Read(staff, $"/desk/rounds/{round.Id}")).ShouldContain("Member 03 objects");
        await staff.Submit($"/desk/rounds/{round.Id}", page + "?handler=leave");
        (await network.CorrectionsOf(round)).Single().LeftAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_link_of_somebody_else_passes_nothing_and_an_old_page_passes_no_other_words()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.Proposes(round);
        using var phone = network.Client();

        async Task<string> Press(int member, Guid which) => await Content(await phone.PostAsync($"{await network.LinkOf(round, member)}?handler=pass", new FormUrlEncodedContent([new("Correcting.Correction", $"{which}")]), Ct));

        (await Press(3, correction.Id)).ShouldContain("Only the two Chairs");
        await network.In(s => s.GetRequiredService<DropCorrection>().Run(round.Id, "Other words.", TheNetwork.Staff, network.Now, Ct));
        var other = await network.Proposes(round, "Members want longer transport funding.");
        (await Press(1, correction.Id)).ShouldContain("was dropped");
        (await network.Again(other)).FirstAt.ShouldBeNull();
    }

    [Fact]
    public async Task It_stands_in_what_is_asked_of_the_Chair_who_has_not_passed_it_and_is_passed_signed_in()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.Proposes(round);
        var (elector, chair) = await network.Asks(round, 2);
        using var signedIn = await network.ClientOf(chair.Id, chair.Name);

        Task<IReadOnlyList<string>> Waiting() => network.In(async s => (IReadOnlyList<string>)[.. (await s.GetRequiredService<OpenAsks>().All(network.Now, Ct)).Where(a => a.Kind == CorrectionAsks.KindName).Select(a => a.Name)]);

        (await Waiting()).ShouldBe(["Chair 01", "Chair 02"], ignoreOrder: true);
        (await Read(signedIn, "/my")).ShouldContain("Pass a correction that changes no meaning");
        (await signedIn.Submit($"/my/rounds/{elector.Id}", "?handler=pass")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Again(correction)).FirstName.ShouldBe("Chair 02");
        (await Waiting()).ShouldBe(["Chair 01"]);
        await network.Passes(correction, 1);
        (await signedIn.Submit($"/my/rounds/{elector.Id}", "?handler=object", ("Correcting.Reason", "On second thoughts."), ("Correcting.As", "self"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await network.Again(correction)).State.ShouldBe(CorrectionState.Objected);
        (await network.Letters("correction-objection")).ShouldBe(0, "it was said by themself");
    }

    [Fact]
    public async Task The_letters_show_the_redline_and_say_until_when_to_object()
    {
        await using var network = await Asked.Network(3);
        var round = await network.HasCorrectable();
        var correction = await network.Proposes(round);

        var proposed = await Written(network, CorrectionProposed.ClassName, correction.Id);
        proposed.ShouldContain(Corrected.Why);
        proposed.ShouldContain("has 24 hours to object");
        await network.Passes(correction, 1);
        await network.Passes(correction, 2);
        var gone = await Written(network, CorrectionGone.ClassName, correction.Id);
        gone.ShouldContain("Chair 01 and Chair 02 passed it");
        gone.ShouldContain("object by Tuesday 17 October 2017");
        gone.ShouldContain("What is corrected");
        await network.MoveTo(network.Now.AddHours(25));

        using var phone = network.Client();
        var page = await Read(phone, await network.LinkOf(round, 3));
        page.ShouldContain("Corrected since");
        page.ShouldNotContain("please answer again");
        using var staff = await network.ClientAs(Role.Staff);
        (await Read(staff, $"/desk/rounds/{round.Id}")).ShouldContain("Version 2, correction");
    }

    /// <summary>The words of a letter that was queued about this.</summary>
    private static Task<string> Written(TheNetwork network, string kind, Guid about) => network.In(async s =>
    {
        var db = s.GetRequiredService<Db>();
        var batch = await db.Set<Batch>().AsNoTracking().FirstAsync(b => b.About == about && b.Class == kind, Ct);
        return (await s.GetServices<ILetterComposer>().Single(c => c.Class == kind).Write(db, new LetterBatch(batch.Id, kind, about, null), Ct)).Text;
    });

    private static async Task<string> Read(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page, Ct));

    private static async Task<string> Content(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
}
