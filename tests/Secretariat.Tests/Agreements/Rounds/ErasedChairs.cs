using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Statements;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Files;
using Secretariat.Tests.Agreements.Corrections;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Agreements.Rounds;

/// <summary>What stands of a Chair who was erased, in what others did for them.</summary>
public sealed class ErasedChairs
{
    private const string PaOfNobody = "PA, for somebody whose name was erased, Chair";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_Chair_who_was_erased_is_not_named_in_what_their_PA_answered_wrote_and_objected_to()
    {
        await using var network = await Asked.Network(5);
        var pa = await Takes(network, 5, "Petra Quill", PositionKind.Pa);
        var round = await network.HasCorrectable();
        var (elector, chair) = await network.Asks(round, 5);
        var correction = await network.GoesRound(round);
        await network.In(s => s.GetRequiredService<ObjectToCorrection>().Run(round.Id, correction.Id, elector.Id, pa.Id, "It changes what lasts.", null, AnswerWay.Link, network.Now, Ct));
        await network.AllAnswer(round, 1, 4);
        await network.In(s => s.GetRequiredService<AnswerRound>().Run(round.Id, elector.Id, pa.Id, new GivenAnswer(Answer.Object, round.Latest.Hash) { Reason = "Too short." }, AnswerWay.Link, null, network.Now, Ct));
        await network.MoveTo(Asked.Closes.AddMinutes(1));
        var mandate = (await network.Mandate(round))!;
        await network.In(s => s.GetRequiredService<AddDissent>().Run(mandate.Id, elector.Id, pa.Id, "We want trams.", new Dissenting(pa.Id, "", "", AnswerWay.Link), network.Now, Ct));

        await Erase(network, chair);

        (await network.Log(round)).Single(r => r.Person == pa.Id).Capacity.ShouldBe(PaOfNobody);
        (await network.Db(db => db.Set<ElectorPerson>().AsNoTracking().SingleAsync(p => p.Person == pa.Id, Ct))).Capacity.ShouldBe(PaOfNobody);
        (await network.Db(db => db.Set<Dissent>().AsNoTracking().SingleAsync(Ct))).Capacity.ShouldBe(PaOfNobody);
        (await network.Again(correction)).ObjectedAs.ShouldBe(PaOfNobody);
        (await network.Db(db => db.Set<AuditEntry>().CountAsync(e => e.Values != null && e.Values.Contains("Chair 05"), Ct))).ShouldBe(0);
        (await network.Db(db => db.Set<ElectorPerson>().AsNoTracking().CountAsync(p => p.Name == "Chair 04", Ct))).ShouldBe(1, "nobody else is touched");
    }

    [Fact]
    public async Task A_PAs_letters_do_not_name_the_Chair_and_so_nothing_stays_of_one_who_is_erased()
    {
        await using var server = new FakeMailServer();
        await using var network = await Asked.Network(2, server);
        var pa = await Takes(network, 2, "Petra Quill", PositionKind.Pa);
        var (_, chair) = await network.Asks(await network.HasRound(), 2);
        await network.Drain();
        server.Taken.Single(l => l.To == pa.Email).Message.TextBody!.ShouldContain("for Petra Quill (PA for the Chair)");

        await Erase(network, chair);

        (await network.Db(db => db.Set<Delivery>().CountAsync(d => d.Merge.Contains("Chair 02"), Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_was_erased_may_answer_for_nobody_and_whoever_else_may_is_written_to()
    {
        await using var network = await Asked.Network(2);
        var chief = await Takes(network, 2, "Clea Weir", PositionKind.ChiefExecutive);
        await Takes(network, 2, "Petra Quill", PositionKind.Pa);
        var (elector, chair) = await network.Asks(await network.HasRound(), 2);
        await Erase(network, chair);

        var voices = await network.Db(db => WhoMayAnswer.On(db, elector, new DateOnly(2017, 10, 16), Ct));

        voices.Select(v => v.Name).ShouldBe([chief.Name], "and the PA acts for nobody any more");
        WhoMayAnswer.Asked(voices).Single().Person.ShouldBe(chief.Id);
        (await network.Db(db => ChairsToday.On(db, new DateOnly(2017, 10, 16), Ct))).Select(c => c.Name).ShouldBe(["Chair 01"]);
    }

    [Fact]
    public async Task The_evidence_of_an_answer_that_was_logged_stays_with_the_members_answer_and_the_page_says_so_first()
    {
        await using var network = await Asked.Network(2);
        var round = await network.HasRound();
        var (elector, chair) = await network.Asks(round, 2);
        var file = new EvidenceFile(await network.Services.GetRequiredService<FileStore>().Keep("Yes. Yours, the Chair"u8.ToArray(), Ct), "evidence.txt", "text/plain");
        await network.In(s => s.GetRequiredService<AnswerRound>().Log(round.Id, elector.Id, chair.Id, new GivenAnswer(Answer.Agree, round.Latest.Hash),
            new Answering(null, "", "", AnswerWay.LoggedByStaff) { EnteredBy = TheNetwork.Staff, Evidence = "Their letter.", File = file }, network.Now, Ct));
        using var staff = await network.ClientAs(Role.Staff);
        WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/people/{chair.Id}/erase", Ct)).ShouldContain("the evidence of an answer");

        await Erase(network, chair);

        var line = (await network.Log(round)).Single();
        (line.Person, line.Name, line.Evidence).ShouldBe((null, Response.Former, "Their letter."));
        (await staff.GetStringAsync($"/desk/rounds/evidence/{line.Id}", Ct)).ShouldBe("Yes. Yours, the Chair");
    }

    private static Task Erase(TheNetwork network, Person person) => network.In(s => s.GetRequiredService<ErasePerson>().Run(person.Id, TheNetwork.Staff, Ct));

    private static async Task<Person> Takes(TheNetwork network, int member, string name, PositionKind kind)
    {
        var person = new Person(name, $"{name.Split(' ')[0].ToLowerInvariant()}@m{member:00}.example");
        await network.Db(async db =>
        {
            person.Take(await db.Set<Organisation>().SingleAsync(o => o.Code == $"M{member:00}", Ct), kind, "", SigningIn.Since);
            db.Add(person);
            await db.Save(TheNetwork.Staff, "Add person", Ct);
        });
        return person;
    }
}
