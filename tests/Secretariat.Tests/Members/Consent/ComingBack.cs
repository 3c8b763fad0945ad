using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Consent;
using Secretariat.Members.People;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;
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

    private static Task Moves(TheNetwork network, Guid person, string address) => network.Db(async db =>
    {
        (await db.Set<Person>().SingleAsync(p => p.Id == person)).ChangeEmail(address);
        await db.Save(TheNetwork.Staff, "Edit person");
    });

    private static Task In(TheNetwork network, Func<LeaveList, Task> work) => network.In(s => work(s.GetRequiredService<LeaveList>()));
}
