using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Architecture;

public sealed class PersonalData
{
    [Fact]
    public async Task Nothing_with_personal_data_exists_outside_an_export_and_an_erasure()
    {
        await using var network = await TheNetwork.Begin();
        await network.In(services =>
        {
            var covered = services.GetServices<IPersonalData>().SelectMany(p => p.Covers).ToList();
            var marked = services.GetRequiredService<Db>().Model.GetEntityTypes().Select(e => e.ClrType).Where(t => typeof(IHoldsPersonalData).IsAssignableFrom(t)).ToList();

            marked.Count.ShouldBeGreaterThan(5);
            marked.Except(covered).Select(t => t.Name).ShouldBeEmpty("each needs an IPersonalData that covers it");
            covered.Except(marked).Select(t => t.Name).ShouldBeEmpty("what is covered is marked with IHoldsPersonalData");
            covered.GroupBy(t => t).Where(t => t.Count() > 1).Select(t => t.Key.Name).ShouldBeEmpty("two would erase the same");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task What_points_at_a_person_is_marked_as_personal()
    {
        await using var network = await TheNetwork.Begin();
        await network.Db(db =>
        {
            string[] names = ["Email", "EmailKey", "AddressKey", "Person", "Phone"];
            var pointing = db.Model.GetEntityTypes().Where(e => e.GetProperties().Any(p => names.Contains(p.Name))).Select(e => e.ClrType);

            pointing.Where(t => !typeof(IHoldsPersonalData).IsAssignableFrom(t)).Select(t => t.Name).ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }
}
