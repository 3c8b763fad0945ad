using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Publishing.Bulletins;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Publishing.Bulletins;

public sealed class OneLook
{
    [Fact]
    public async Task Who_gets_the_bulletin_and_why_are_read_from_one_moment()
    {
        var meanwhile = new Meanwhile();
        await using var network = await TheNetwork.Begin(host: b => b.Services.AddScoped<IAudienceTerm>(_ => meanwhile));
        await network.HasReader("X1", "Ada Ash");
        await network.Has(new Audience(Audience.AllMembers, "Everybody", AudienceLine.Parse("+position-in-member"), AudienceLine.Parse("+meanwhile")));
        // Between two questions of the same look somebody ends her position.
        meanwhile.Do = () => network.Db(async db =>
        {
            (await db.Set<Position>().SingleAsync()).End(new DateOnly(2017, 1, 1));
            await db.Save(TheNetwork.Staff, "End position");
        });

        var reader = (await network.In(s => s.GetRequiredService<Readers>().On(new DateOnly(2017, 10, 16), default))).ShouldHaveSingleItem();

        meanwhile.Do.ShouldBeNull();
        reader.Why.ShouldBe("you are Chief executive at Member X1");
        reader.Members.ShouldHaveSingleItem();
    }

    /// <summary>Selects nobody, and while it is asked something else happens.</summary>
    private sealed class Meanwhile : IAudienceTerm
    {
        public Func<Task>? Do { get; set; }

        public string Code => "meanwhile";

        public string Reason(string? value) => "nobody";

        public IQueryable<Guid> People(Db db, string? value, DateOnly on)
        {
            var work = Do;
            Do = null;
            if (work is not null) Task.Run(work).GetAwaiter().GetResult();
            return db.Set<Person>().Where(_ => false).Select(p => p.Id);
        }
    }
}
