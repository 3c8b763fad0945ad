using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Checks;
using Secretariat.Members.Imports;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Members.Checks;

/// <summary>What the plan counts of its contacts, and what it says beside the count.</summary>
public sealed class HowFreshContactsAre
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_looked_counts_once_in_a_period_by_whichever_record()
    {
        await using var network = await TheDiary.Begin();
        var (percy, odile) = (await network.PersonCalled("Percy Teal"), await network.PersonCalled("Odile Brook"));
        var old = new Person("P. Teal", "pt@home.example");
        await network.Has(old);
        await network.In(s => s.GetRequiredService<AnswerCheck>().Right([percy, odile, old.Id], CheckWay.Link, TheNetwork.Staff, network.Now, Ct));
        await network.Merges(old.Id, percy);
        await network.In(s => s.GetRequiredService<AnswerCheck>().Wrong(odile, new(null, null, "020 7946 0001", null), CheckWay.Link, TheNetwork.Staff, network.Now, Ct));

        var evidence = await network.In(s => s.GetServices<IEvidence>().OfType<DetailsChecked>().Single().Between(new(2018, 12, 1), new(2018, 12, 31), Ct));

        evidence.Select(e => e.Title).ShouldBe(["Odile Brook’s details were checked", "Percy Teal’s details were checked"], ignoreOrder: true);
        evidence.ShouldAllBe(e => e.Date == new DateOnly(2018, 12, 3));
        (await network.In(s => s.GetServices<IEvidence>().OfType<DetailsChecked>().Single().Between(new(2019, 1, 1), new(2019, 12, 31), Ct))).ShouldBeEmpty();
    }

    [Fact]
    public async Task How_many_are_held_how_many_looked_and_what_may_be_there_twice_is_said_with_its_page()
    {
        await using var network = await TheDiary.Begin();
        var held = await network.Db(db => db.Set<Person>().CountAsync(p => p.EmailKey != "", Ct));
        await network.Has(new Person("P. Teal", "percy.teal@brackwater.example"));
        await network.In(async s => await s.GetRequiredService<AnswerCheck>().Right([await network.PersonCalled("Percy Teal")], CheckWay.Link, TheNetwork.Staff, network.Now, Ct));

        var figures = await network.In(s => s.GetServices<IFigures>().Single(f => f.Code == ContactsKept.Code).At(network.Now, Ct));

        figures[0].Value.ShouldBe($"{held + 1}");
        figures[1].What.ShouldEndWith(": 1");
        figures[2].ShouldBe(new Figure("1", "pair that may be one person, still to be looked at; 0 merged so far", "/desk/people/duplicates"));
        using var staff = await network.ClientAs(Role.Staff);
        foreach (var figure in figures) (await staff.GetAsync(figure.Href, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // A year and a day later nobody looked within twelve months.
        (await network.In(s => s.GetServices<IFigures>().Single(f => f.Code == ContactsKept.Code).At(network.Now.AddDays(367), Ct)))[1].Value.ShouldBe("0 %");
    }

    [Fact]
    public async Task The_sample_years_file_of_contacts_brings_each_row_and_marks_whom_it_brought_as_invented()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");
        var pack = new PackFolder(Path.Combine(AppContext.BaseDirectory, "packs/lep-network"), new PackReport());
        var part = (IServiceProvider s) => s.GetServices<IPlayPart>().OfType<Secretariat.Members.Play.ContactsPlay>().Single();
        var steps = (await network.In(s => part(s).Steps(pack, new(2017, 4, 1), new(2017, 5, 31), Ct))).OrderBy(s => s.At).Where(s => s.At < new DateTimeOffset(2017, 6, 1, 0, 0, 0, TimeSpan.Zero)).ToList();

        foreach (var step in steps)
        {
            network.Clock.StopAt(step.At);
            await network.In(s => step.Do(s, Ct));
        }

        var import = await network.Db(db => db.Set<PeopleImport>().SingleAsync(Ct));
        (await network.Db(db => db.Set<ImportRow>().Where(r => r.Import == import.Id && r.Fate != RowFate.New && r.Fate != RowFate.Changed).Select(r => r.Words).ToListAsync(Ct))).ShouldBeEmpty();
        (await network.Db(db => db.Set<Person>().CountAsync(p => !p.Invented, Ct))).ShouldBe(0);
        (await network.Db(db => db.Set<Person>().Where(p => p.MergedInto != null).Select(p => p.Name).ToListAsync(Ct))).ShouldBe(["Harjit Sandhu"]);
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync("/desk/plan/N", Ct)).ShouldContain("merged so far");
    }
}
