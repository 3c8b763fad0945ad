using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Mailing;
using Secretariat.Publishing.Newsletters;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Newsletters;

/// <summary>The proof that somebody asked, how often they are written to, and that nothing of them stays.</summary>
public sealed class WhoAskedForIt
{
    private const string Reader = "reader@out.example";

    [Fact]
    public async Task An_address_that_nobody_confirmed_stays_in_no_letter_and_no_ledger()
    {
        await using var network = await TheNetwork.Begin();
        await network.Asks(Reader);
        await network.Drain();
        (await Kept(network)).ShouldContain(Reader);

        await network.MoveTo(network.Now.AddDays(14));

        (await Kept(network)).ShouldNotContain(Reader);
    }

    [Fact]
    public async Task A_subscriber_whom_staff_forget_stays_in_no_newsletter_that_went_either()
    {
        await using var network = await TheNetwork.Begin();
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        await network.Subscribes(Reader);
        await Sent(network);
        (await Kept(network)).ShouldContain(Reader);

        var id = await network.Db(db => db.Set<Subscriber>().Select(s => s.Id).SingleAsync());
        await (await network.AsStaff()).Submit("/desk/subscribers", $"/desk/subscribers?handler=forget&id={id}");

        (await Kept(network)).ShouldNotContain(Reader);
        (await Kept(network)).ShouldContain(ada.Email);
    }

    [Fact]
    public async Task A_letter_that_still_waits_does_not_leave_for_an_address_that_is_forgotten()
    {
        await using var network = await TheNetwork.Begin();
        await network.Asks(Reader);
        await network.In(async s => await s.GetRequiredService<SignUp>().Forget(await network.Db(db => db.Set<Subscriber>().Select(x => x.Id).ToListAsync()), TheNetwork.Staff, "Forget a subscriber", default));

        await network.Drain();

        (await network.Db(db => db.Set<MailboxLetter>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Erasing_a_person_erases_the_newsletters_they_got_as_a_subscriber()
    {
        await using var network = await TheNetwork.Begin();
        await network.Subscribes(Reader);
        await Sent(network);
        var person = new Person("Reader", Reader.ToUpperInvariant());
        await network.Has(person);

        await network.In(s => s.GetRequiredService<ErasePerson>().Run(person.Id, TheNetwork.Staff, default));

        (await Kept(network)).ShouldNotContain(Reader, Case.Insensitive);
    }

    [Fact]
    public async Task Of_two_who_share_an_address_one_who_confirms_brings_nobody_else_back()
    {
        await using var network = await TheNetwork.Begin();
        var (chair, pa) = (new Person("The Chair", "office@m.example"), new Person("Their PA", "office@m.example"));
        await network.Has(chair, pa);
        await network.In(s => s.GetRequiredService<Secretariat.Members.Consent.LeaveList>().Leave(chair.Id, "chair@home.example", SignUp.List, "by the link", TheNetwork.Staff, default));

        await network.Subscribes("office@m.example");

        (await network.In(s => s.GetRequiredService<Secretariat.Members.Consent.LeaveList>().HasLeft(chair.Id, "chair@home.example", SignUp.List, default))).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_types_a_confirmed_address_does_not_touch_the_proof_and_its_owner_renews_it()
    {
        await using var network = await TheNetwork.Begin();
        await network.Subscribes(Reader);
        var before = await network.Db(db => db.Set<Subscriber>().AsNoTracking().SingleAsync());
        network.Clock.StopAt(network.Now.AddDays(30));

        await network.Asks(Reader);

        var after = await network.Db(db => db.Set<Subscriber>().AsNoTracking().SingleAsync());
        (after.AskedAt, after.Words, after.ConfirmedAt).ShouldBe((before.AskedAt, before.Words, before.ConfirmedAt));
        network.Clock.StopAt(network.Now.AddHours(1));
        await network.Client().Submit(await network.LinkTo(Reader));
        var renewed = await network.Db(db => db.Set<Subscriber>().AsNoTracking().SingleAsync());
        (renewed.AskedAt, renewed.ConfirmedAt).ShouldBe((network.Now.AddHours(-1), network.Now));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_address_is_asked_to_confirm_three_times_a_day_at_most(bool confirmed)
    {
        await using var network = await TheNetwork.Begin();
        if (confirmed) await network.Subscribes(Reader);
        for (var n = 0; n < 8; n++)
        {
            network.Clock.StopAt(network.Now.AddMinutes(11));
            (await network.Asks(Reader)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await network.Drain();

        (await network.Db(db => db.Set<MailboxLetter>().CountAsync())).ShouldBe(3);
        network.Clock.StopAt(network.Now.AddDays(1));
        await network.Asks(Reader);
        await network.Drain();
        (await network.Db(db => db.Set<MailboxLetter>().CountAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Many_who_ask_from_one_house_keep_what_they_typed_and_lock_nobody_out_of_signing_in()
    {
        await using var network = await TheNetwork.Begin();
        HttpResponseMessage? last = null;
        for (var n = 0; n < 31; n++) last = await network.Asks($"reader-{n}@out.example");

        last!.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var page = await last.Content.ReadAsStringAsync();
        page.ShouldContain("reader-30@out.example");
        page.ShouldContain("try again in ten minutes");
        (await network.Client().Submit("/sign-in", null, ("Input.Email", "ada@x1.example"))).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Whoever_left_by_an_old_address_and_asks_with_the_new_one_gets_it_again()
    {
        await using var network = await TheNetwork.Begin();
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        await network.In(s => s.GetRequiredService<Secretariat.Members.Consent.LeaveList>().Leave(ada.Id, ada.Email, SignUp.List, "by the link", TheNetwork.Staff, default));
        await network.Db(async db =>
        {
            (await db.Set<Person>().SingleAsync(p => p.Id == ada.Id)).ChangeEmail("ada@new.example");
            await db.Save(TheNetwork.Staff, "Change address");
        });
        (await network.Gets()).ShouldBeEmpty();

        await network.Subscribes("ada@new.example");

        (await network.Gets()).ShouldBe(["ada@new.example"]);
        await network.In(s => s.GetRequiredService<Secretariat.Members.Consent.LeaveList>().Leave(ada.Id, "ada@new.example", SignUp.List, "by the link", TheNetwork.Staff, default));
        (await network.Gets()).ShouldBeEmpty("she left again, as a person and as a reader");
    }

    [Fact]
    public async Task Whoever_holds_no_position_any_more_and_asked_for_it_gets_it_as_everybody_does()
    {
        await using var network = await TheNetwork.Begin();
        var member = new Organisation("X1", "Member X1", OrganisationKind.Member) { TileLabel = "X1" };
        var ada = new Person("Ada Ash", "ada@x1.example");
        ada.Take(member, PositionKind.Officer, "Officer", SigningIn.Since).End(new DateOnly(2017, 9, 30));
        await network.Has(member, ada);

        await network.Subscribes(ada.Email);

        (await network.Gets()).ShouldBe([ada.Email]);
    }

    private static async Task Sent(TheNetwork network)
    {
        var edition = await network.HasNewsletter();
        await network.Approve(edition.Id);
        await network.Schedule(edition.Id, network.Now);
        await network.MoveTo(network.Now.AddMinutes(1));
    }

    private static Task<string> Kept(TheNetwork network) => network.Db(async db => JsonSerializer.Serialize(new
    {
        Letters = await db.Set<Delivery>().AsNoTracking().Select(d => new { d.Address, d.AddressKey, d.Merge, d.Why }).ToListAsync(),
        Kept = (await db.Set<MailboxLetter>().AsNoTracking().ToListAsync()).Select(l => l.To + Encoding.UTF8.GetString(l.Read())).ToList(),
        Subscribers = await db.Set<Subscriber>().AsNoTracking().ToListAsync(),
    }));
}
