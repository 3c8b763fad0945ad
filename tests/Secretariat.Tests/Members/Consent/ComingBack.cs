using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;
using Secretariat.Tests.Publishing;

namespace Secretariat.Tests.Members.Consent;

public sealed class ComingBack
{
    [Theory]
    [InlineData("old@x1.example")]
    [InlineData("new@x1.example")]
    public async Task Whoever_changed_address_between_leaving_and_coming_back_gets_the_list_again(string by)
    {
        await using var network = await TheNetwork.Begin();
        var (_, ada) = await network.HasReader("X1", "Ada Ash");
        await Moves(network, ada.Id, "old@x1.example");
        await In(network, l => l.Leave(ada.Id, "old@x1.example", Readers.List, "by the link in the letter", Actor.Recipient, default));
        await Moves(network, ada.Id, "new@x1.example");
        await In(network, l => l.Leave(ada.Id, "new@x1.example", Readers.List, "by e-mail, entered by staff", TheNetwork.Staff, default));

        await In(network, l => l.ComeBack(ada.Id, by, Readers.List, Actor.Recipient, default));

        (await network.Db(db => db.Set<Suppression>().CountAsync())).ShouldBe(0);
        (await network.In(s => s.GetRequiredService<Readers>().Expected(new DateOnly(2017, 10, 16), default))).ShouldHaveSingleItem().Gets.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_merge_brings_back_no_letters_that_somebody_left_by_another_of_their_records(bool mergedFirst)
    {
        await using var network = await TheNetwork.Begin();
        var (_, jane) = await network.HasReader("X1", "Jane Ash");
        var old = new Person("J. Ash", "old@x1.example");
        await network.Has(old);
        if (mergedFirst) await network.Merges(old.Id, jane.Id);
        await In(network, l => l.Leave(old.Id, "old@x1.example", Readers.List, "by the link in the letter", Actor.Recipient, default));
        if (!mergedFirst) await network.Merges(old.Id, jane.Id);

        (await Expected(network)).LeftOut.ShouldBe("Left this list on 16 October 2017.");
        using var staff = await network.ClientAs(Role.Staff);
        (await staff.GetStringAsync($"/desk/people/{jane.Id}")).ShouldContain("by the link in the letter");

        await In(network, l => l.ComeBack(jane.Id, jane.Email, Readers.List, Actor.Recipient, default));
        (await Expected(network)).Gets.ShouldBeTrue();
        (await network.Db(db => db.Set<Suppression>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_left_by_an_address_that_nobody_was_known_by_then_gets_nothing_by_the_record_it_was_merged_into()
    {
        await using var network = await TheNetwork.Begin();
        var (_, jane) = await network.HasReader("X1", "Jane Ash");
        await In(network, l => l.Leave(null, "old@x1.example", Readers.List, "by e-mail, entered by staff", TheNetwork.Staff, default));
        var old = new Person("J. Ash", "old@x1.example");
        await network.Has(old);
        await network.Merges(old.Id, jane.Id);

        (await Expected(network)).Gets.ShouldBeFalse();
        (await network.In(s => s.GetRequiredService<LeaveList>().HasLeft(jane.Id, jane.Email, Readers.List, default))).ShouldBeTrue();
    }

    private static async Task<Reader> Expected(TheNetwork network) =>
        (await network.In(s => s.GetRequiredService<Readers>().Expected(new DateOnly(2017, 10, 16), default))).ShouldHaveSingleItem();

    private static Task Moves(TheNetwork network, Guid person, string address) => network.Db(async db =>
    {
        (await db.Set<Person>().SingleAsync(p => p.Id == person)).ChangeEmail(address);
        await db.Save(TheNetwork.Staff, "Edit person");
    });

    private static Task In(TheNetwork network, Func<LeaveList, Task> work) => network.In(s => work(s.GetRequiredService<LeaveList>()));
}
