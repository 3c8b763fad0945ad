using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Auditing;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Items;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Agreements.Statements;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Statements;

/// <summary>Every way round the gate that we could think of, as staff and as an administrator.</summary>
public sealed class EveryWayOut
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Admin)]
    public async Task Writing_an_item_of_kind_statement_is_refused_and_says_how_to_get_a_mandate(Role role)
    {
        await using var network = await TheNetwork.Begin();
        using var browser = await network.ClientAs(role);

        var answer = await browser.Submit("/desk/items/new", null, ("Input.Heading", "What we want"), ("Input.Text", "More of it."), ("Input.Kind", "Statement"));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        page.ShouldContain("needs their agreement first");
        page.ShouldContain("href=\"/desk/rounds/new\"");
        page.ShouldContain("href=\"/desk/items/statement\"");
        (await network.Db(db => db.Set<Item>().CountAsync(Ct))).ShouldBe(0);
        (await browser.GetStringAsync("/desk/items/statement", Ct)).ShouldContain("No mandate is in force");
    }

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Admin)]
    public async Task A_statement_taken_in_on_the_desk_keeps_the_agreed_words_whatever_is_posted(Role role)
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        using var browser = await network.ClientAs(role);

        using var taken = await browser.Submit("/desk/items/statement", null, ("Mandate", $"{mandate.Id}"), ("Input.Circulation", "Members"), ("Input.PublicFrom", ""), ("Input.Named", ""), ("Input.Theme", ""));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var item = await network.Db(db => db.Set<Item>().AsNoTracking().SingleAsync(Ct));
        (item.Kind, item.Mandate, item.Heading).ShouldBe((ItemKind.Statement, mandate.Id, "Transport funding"));
        var shown = WebUtility.HtmlDecode(await browser.GetStringAsync($"/desk/items/{item.Id}", Ct));
        shown.ShouldContain("This is the view of all 4 members.");
        shown.ShouldNotContain("name=\"Input.Text\"");

        foreach (var (field, value) in new[] { ("Input.Text", "Other words."), ("Input.Heading", "Another heading"), ("Input.Kind", "Information") })
        {
            var page = await (await Post(browser, $"/desk/items/{item.Id}", ("Input.Version", $"{item.Version}"), ("Input.Circulation", "Members"), (field, value), field == "Input.Kind" ? ("Input.Theme", "") : ("Input.Kind", "Statement"))).Content.ReadAsStringAsync(Ct);
            page.ShouldContain("validation-summary-errors", customMessage: field);
        }
        var after = await network.Db(db => db.Set<Item>().AsNoTracking().SingleAsync(Ct));
        (after.Html, after.Heading, after.Kind, after.Version).ShouldBe((item.Html, item.Heading, item.Kind, item.Version));
    }

    [Fact]
    public async Task Words_changed_in_the_database_after_the_agreement_do_not_leave()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, item) = await network.Scheduled(mandate);
        await network.Db(db => db.Write(() => db.Set<Item>().Where(i => i.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Html, "<p>Members want <strong>shorter</strong> transport funding.</p>"))));

        await network.MoveTo(Carried.At.AddMinutes(5));

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Draft);
        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("changed after the agreement");
        (await network.Refusals()).ShouldHaveSingleItem().RecordId.ShouldBe(mandate.Id);
        (await network.Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_approved_content_that_was_changed_in_the_database_does_not_leave_either()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, item) = await network.Scheduled(mandate);
        await network.In(s => s.GetRequiredService<FreezeEdition>().Run(edition.Id, Carried.At, default));
        var approved = EditionContent.Parse((await network.Edition(edition.Id)).ApprovedContent!);
        var forged = approved with { Items = [.. approved.Items.Select(i => i.Item == item.Id ? i with { Html = "<p>Forged.</p>" } : i)] };
        // Hash and all: whoever can write the one can write the other.
        await network.Db(db => db.Write(() => db.Set<Edition>().ExecuteUpdateAsync(s => s.SetProperty(e => e.ApprovedContent, forged.Canonical()).SetProperty(e => e.ApprovedHash, forged.Hash()))));

        await network.MoveTo(Carried.At.AddMinutes(1));
        await network.Drain();

        (await network.Db(db => db.Set<Delivery>().CountAsync(d => d.State == DeliveryState.Sent && db.Set<Batch>().Any(b => b.Id == d.Batch && b.About == edition.Id)))).ShouldBe(0);
        (await network.Refusals()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Another_mandates_id_does_not_open_the_door()
    {
        await using var network = await Asked.Network(4);
        var first = await network.HasMandate(4);
        var (edition, item) = await network.Scheduled(first);
        var other = new Round(Asked.Draft(text: "Members want broadband.") with { ClosesAt = network.Now.AddDays(3) });
        await network.Has(other);
        await network.In(s => s.GetRequiredService<OpenRound>().Run(other.Id, null, TheNetwork.Staff, network.Now, default));
        await network.AllAnswer(other, 1, 4);
        await network.MoveTo(other.ClosesAt.AddMinutes(1));
        var second = (await network.Mandate(other))!;
        await network.Withdraw(first);
        await network.Db(db => db.Write(() => db.Set<Item>().Where(i => i.Id == item.Id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Mandate, second.Id))));

        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("changed after the agreement");
        (await Should.ThrowAsync<RuleBroken>(() => network.TakesIn(Guid.NewGuid()))).Field.ShouldBe("Mandate");
        (await Should.ThrowAsync<RuleBroken>(() => network.TakesIn(null))).Field.ShouldBe("Mandate");
    }

    [Fact]
    public async Task What_the_Board_agreed_is_no_statement_of_the_members()
    {
        await using var network = await Asked.Network(3);
        var mandate = await network.HasMandate(3);
        await network.Db(db => db.Write(() => db.Set<Mandate>().ExecuteUpdateAsync(s => s.SetProperty(m => m.By, DecisionBy.Board))));
        using var admin = await network.ClientAs(Role.Admin);

        (await Should.ThrowAsync<RuleBroken>(() => network.TakesIn(mandate.Id))).Message.ShouldContain("The Management Board agreed");
        (await admin.GetStringAsync("/desk/items/statement", Ct)).ShouldContain("No mandate is in force");
        var refused = WebUtility.HtmlDecode(await (await Post(admin, $"/desk/mandates/{mandate.Id}/statement", ("Input.Channel", "Portal"), ("Input.To", "The Treasury"), ("Input.Sender", ""))).Content.ReadAsStringAsync(Ct));
        refused.ShouldContain("the Board’s agreement is not the members’");
        (await network.Releases()).ShouldBeEmpty();
        (await network.Refusals()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Changing_the_kind_voids_the_approval_and_every_Chair_on_the_Board_is_told()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var board = new[] { await network.PersonWho(Role.Board), await network.PersonWho(Role.Board) };
        var (edition, item) = await network.Scheduled(mandate);
        using var admin = await network.ClientAs(Role.Admin);

        using var changed = await admin.Submit($"/desk/items/{item.Id}", $"/desk/items/{item.Id}?handler=kind", ("Input.Version", $"{item.Version}"), ("Input.Other", "Information"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await network.Edition(edition.Id)).Returned.ShouldNotBeNull().ShouldContain("is no longer called a statement");
        var entry = await network.Db(db => db.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Verb == ChangeKind.Verb && e.RecordType == nameof(Item), Ct));
        entry.RecordId.ShouldBe(item.Id);
        entry.ByName.ShouldStartWith("A admin");
        var told = await network.Db(db => db.Set<Delivery>().Where(d => db.Set<Batch>().Any(b => b.Id == d.Batch && b.About == item.Id)).ToListAsync(Ct));
        told.Select(d => d.Person).ShouldBe(board.Select(b => (Guid?)b.Id), ignoreOrder: true);
        var words = JsonSerializer.Deserialize<LetterWords>((await network.Db(db => db.Set<Batch>().FirstAsync(b => b.About == item.Id, Ct))).Content!)!;
        words.Text.ShouldContain("changed the kind of a text");
        words.Text.ShouldContain(entry.ByName);
        words.Text.ShouldContain("Transport funding");
        words.Text.ShouldNotContain("longer");
        // And under its new kind its words are still those that were put to members.
        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("put to members in the round");
    }

    [Theory]
    [InlineData("Members want longer transport funding.")]
    [InlineData("MEMBERS want *longer* transport-funding")]
    public async Task Words_that_were_put_to_members_do_not_leave_as_another_kind(string typed)
    {
        await using var network = await Asked.Network(4);
        await network.HasRound();
        var item = new Item(new ItemDraft("Just some information", typed, ItemKind.Information), network.Now);
        var edition = new Edition(1, Written.Year, "News", "");
        edition.Gather(item, Mandated.Today);
        await network.Has(item, edition);
        using var admin = await network.ClientAs(Role.Admin);

        var page = WebUtility.HtmlDecode(await admin.GetStringAsync($"/desk/bulletins/{edition.Id}/approve", Ct));
        page.ShouldContain("These words were put to members in the round “Do you agree this text on transport?”");
        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("put to members");
        WebUtility.HtmlDecode(await admin.GetStringAsync($"/desk/bulletins/{edition.Id}/letter", Ct)).ShouldNotContain("longer");
    }

    [Fact]
    public async Task Nor_do_they_leave_in_the_introduction_or_among_other_words()
    {
        await using var network = await Asked.Network(4);
        await network.HasRound(Asked.Draft(text: "Members want longer transport funding, from this year on."));
        var item = new Item(new ItemDraft("News", "Good morning. Members want longer transport funding, from this year on. Good night.", ItemKind.Success), network.Now);
        var edition = new Edition(1, Written.Year, "News", "Members want longer transport funding, from this year on.");
        edition.Gather(item, Mandated.Today);
        await network.Has(item, edition);

        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("The introduction cannot leave");
        await network.Change(edition.Id, (e, _) => { e.Rewrite("News", "Good morning."); return Task.CompletedTask; });
        (await Should.ThrowAsync<RuleBroken>(() => network.Approve(edition.Id))).Message.ShouldContain("“News” cannot leave");
    }

    [Fact]
    public async Task A_test_letter_with_a_statement_goes_to_the_secretariat_only()
    {
        await using var network = await Asked.Network(4);
        var (edition, _) = await network.Carries(await network.HasMandate(4));
        var colleague = await network.PersonWho(Role.Staff);
        using var staff = await network.AsStaff();
        async Task<string> Try(string to) => WebUtility.HtmlDecode(await (await staff.Submit($"/desk/bulletins/{edition.Id}/preview", null, ("Input.Email", to))).Content.ReadAsStringAsync(Ct));

        (await Try("journalist@paper.example")).ShouldContain("goes to people of the secretariat only");
        (await Try("chair01@m01.example")).ShouldContain("goes to people of the secretariat only");
        await Try(colleague.Email);

        var sent = await network.Db(db => db.Set<Delivery>().Where(d => db.Set<Batch>().Any(b => b.Id == d.Batch && b.Class == NoticeComposer.ClassName)).ToListAsync(Ct));
        sent.ShouldHaveSingleItem().Address.ShouldBe(colleague.Email);
    }

    [Fact]
    public async Task A_preview_shows_a_gap_where_a_statement_may_not_leave()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Carries(mandate);
        using var staff = await network.AsStaff();
        (await staff.GetStringAsync($"/desk/bulletins/{edition.Id}/letter", Ct)).ShouldContain("transport funding.");

        await network.Withdraw(mandate);

        var letter = WebUtility.HtmlDecode(await staff.GetStringAsync($"/desk/bulletins/{edition.Id}/letter", Ct));
        letter.ShouldNotContain("transport funding.");
        letter.ShouldContain("This does not leave. Its mandate was withdrawn");
        (await network.Refusals()).ShouldBeEmpty("looking is no attempt");
    }

    [Fact]
    public async Task Of_two_windows_one_that_withdraws_and_one_that_approves_nothing_leaves()
    {
        await using var network = await Asked.Network(4);
        var mandate = await network.HasMandate(4);
        var (edition, _) = await network.Carries(mandate);

        await Task.WhenAll(Quietly(network.Approve(edition.Id)), Quietly(network.Withdraw(mandate)));
        if ((await network.Again(mandate)).WithdrawnAt is null) await network.Withdraw(mandate);
        await Quietly(network.Schedule(edition.Id, Carried.At));
        await network.MoveTo(Carried.At.AddMinutes(5));

        (await network.Edition(edition.Id)).State.ShouldBe(EditionState.Draft);
        (await network.Releases()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pack_that_brings_a_statement_is_refused_by_name_and_line()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var folder = Path.Combine(network.Folder, "pack");
        Directory.CreateDirectory(Path.Combine(folder, "year"));
        await File.WriteAllTextAsync(Path.Combine(folder, "year", "bulletins.yaml"), """
            bulletins:
              - number: 1
                subject: What members want
                items:
                  - {heading: More, text: Members want more., kind: statement, circulation: members}
            """, Ct);
        network.Clock.StopAt(new DateTimeOffset(2018, 10, 1, 9, 0, 0, TimeSpan.Zero));

        await network.In(async s =>
        {
            var steps = await s.GetServices<IPlayPart>().OfType<BulletinsPlay>().Single().Steps(new PackFolder(folder, new PackReport()), new DateOnly(2018, 10, 1), new DateOnly(2019, 9, 30), Ct);
            (await Should.ThrowAsync<RuleBroken>(() => steps[0].Do(s, Ct))).Message.ShouldContain("needs their agreement first");
        });
        (await network.Db(db => db.Set<Item>().CountAsync(Ct))).ShouldBe(0);
    }

    private static async Task Quietly(Task verb)
    {
        try
        {
            await verb;
        }
        catch (Exception fault) when (fault is RuleBroken or DbUpdateConcurrencyException)
        {
            // One of the two comes second and is refused.
        }
    }

    /// <summary>A request made by hand: fields that the page does not have.</summary>
    private static Task<HttpResponseMessage> Post(HttpClient browser, string page, params (string Name, string Value)[] fields) => browser.Forge("/desk/items/new", page, fields);
}
