using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class PlayedBulletins
{
    private static readonly DateOnly First = new(2018, 10, 1), Last = new(2019, 9, 30);

    [Fact]
    public async Task A_played_bulletin_is_written_approved_by_another_and_sent_on_its_promised_day()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var pack = await WithScript(network, "success");
        network.Clock.StopAt(First.At(new TimeOnly(9, 0), TimeZoneInfo.Utc));
        var promised = (await network.In(s => s.GetRequiredService<NextBulletin>().Promised(First, default)))[0];

        foreach (var step in await Steps(network, pack))
        {
            await network.MoveTo(step.At);
            await network.In(s => step.Do(s, default));
        }
        await network.MoveTo(promised.AddDays(1).At(new TimeOnly(9, 0), TimeZoneInfo.Utc));

        var edition = await network.Db(db => db.Set<Edition>().SingleAsync());
        edition.State.ShouldBe(EditionState.Sent);
        edition.SentAt!.Value.DateIn(TimeZoneInfo.Utc).ShouldBe(promised);
        edition.SentTo.ShouldBeGreaterThan(0);
        edition.Invented.ShouldBeTrue();
        (await network.Db(db => db.Set<Item>().SingleAsync())).Links.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_script_that_is_wrong_names_its_line()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var pack = await WithScript(network, "opinion");
        network.Clock.StopAt(First.At(new TimeOnly(9, 0), TimeZoneInfo.Utc));

        var step = (await Steps(network, pack))[0];

        (await Should.ThrowAsync<RuleBroken>(() => network.In(s => step.Do(s, default)))).Message.ShouldBe("year/bulletins.yaml, line 7: “opinion” is no kind");
    }

    [Fact]
    public async Task The_desk_is_told_what_the_next_bulletin_waits_for()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var promised = (await network.In(s => s.GetRequiredService<NextBulletin>().Promised(First, default)))[0];
        Task<TodayTask[]> Tasks(int daysBefore) => network.In(async s => (await s.GetServices<IToday>().OfType<BulletinsToday>().Single().For(promised.AddDays(-daysBefore), default)).ToArray());
        network.Clock.StopAt(promised.AddDays(-5).At(new TimeOnly(9, 0), TimeZoneInfo.Utc));

        (await Tasks(4)).ShouldBeEmpty();
        (await Tasks(3)).ShouldHaveSingleItem().Verb.ShouldBe("Write");

        var item = Written.Item();
        var edition = new Edition(1, First, "Subject", "");
        edition.Gather(item, promised);
        await network.Has(item, edition);
        (await Tasks(3)).ShouldHaveSingleItem().Verb.ShouldBe("Approve");
        await network.Approve(edition.Id);
        (await Tasks(3)).ShouldHaveSingleItem().Verb.ShouldBe("Schedule");
        await network.Schedule(edition.Id, network.Now.AddDays(1));
        (await Tasks(3)).ShouldBeEmpty();
        await network.Schedule(edition.Id, promised.AddDays(2).At(new TimeOnly(9, 0), TimeZoneInfo.Utc));
        (await Tasks(3)).ShouldHaveSingleItem().Fact.ShouldContain("after the day that the plan promises");
        await network.Change(edition.Id, (e, _) => { e.Rewrite("Other", ""); return Task.CompletedTask; });
        var voided = (await Tasks(3)).ShouldHaveSingleItem();
        voided.Verb.ShouldBe("Approve");
        voided.Fact.ShouldContain("is void");
    }

    private static Task<IReadOnlyList<PlayStep>> Steps(TheNetwork network, PackFolder pack) =>
        network.In(s => s.GetServices<IPlayPart>().OfType<BulletinsPlay>().Single().Steps(pack, First, Last, default));

    private static async Task<PackFolder> WithScript(TheNetwork network, string kind)
    {
        var folder = Path.Combine(network.Folder, "pack");
        Directory.CreateDirectory(Path.Combine(folder, "year"));
        await File.WriteAllTextAsync(Path.Combine(folder, "year", "bulletins.yaml"), $$"""
            invented: true
            bulletins:
              - number: 1
                subject: A harbour that saves power
                intro: Good news.
                items:
                  - heading: The terminal meters every crane
                    text: It saves **19 per cent**.
                    links:
                      - {text: The figures, url: "https://harbour.example/figures"}
                    kind: {{kind}}
                    circulation: members
                    theme: skills

            """);
        return new PackFolder(folder, new PackReport());
    }
}
