using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Audiences;
using Secretariat.Members.Imports;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Tests.Given;
using Secretariat.Tests.Members.Duplicates;

namespace Secretariat.Tests.Members.Imports;

/// <summary>A file and records that were made one since: the file knows them by the address that it has.</summary>
public sealed class AfterAMerge
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undoing_an_import_leaves_the_record_that_another_was_merged_into()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        var import = await network.Imports("name,email,organisation,position\nPercy T. Teal,percy@new.example,CRO,officer\n");
        var (percy, added) = (await Called(network, "Percy Teal"), await Called(network, "Percy T. Teal"));
        await network.Merges(percy, added);

        await network.Undoes(import.Id);

        (await network.Db(db => db.Set<ImportRow>().SingleAsync(Ct))).Stayed.ShouldBe("Percy T. Teal stays: another record was merged into it.");
        var all = await network.In(s => s.GetRequiredService<ReadAudience>().On(new Audience("x", "X", AudienceLine.Parse("+position-in-member")), new DateOnly(2018, 1, 1), "bulletin", Ct));
        all.Single(c => c.Person == added).Gets.ShouldBeTrue();
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("chair")]
    public async Task The_same_file_changes_nothing_after_whom_it_brought_was_merged(string position)
    {
        await using var network = await TheNetwork.Begin();
        await network.Has(new Organisation("ALD", "Aldermouth", OrganisationKind.Member));
        var file = $"name,email,phone,organisation,position\nAda Ferry,ada@x.example,01632 960999,ALD,{position}\n";
        await network.Imports(file);
        var kept = new Person("Mrs Mill", "mill@x.example") { Phone = "020 7946 0000" };
        await network.Has(kept);
        await network.Merges(await Called(network, "Ada Ferry"), kept.Id);

        var again = await network.Reads(file.Replace("960999", "960888"));

        (await network.Told(again.Id)).ShouldBe(["the same: All of it is here already."]);
        (await network.Db(db => db.Set<Position>().CountAsync(Ct))).ShouldBe(1);
        (await network.Db(db => db.Set<Person>().SingleAsync(p => p.Id == kept.Id, Ct))).Phone.ShouldBe("020 7946 0000");
    }

    private static Task<Guid> Called(TheNetwork network, string name) => network.Db(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct));
}
