using Microsoft.EntityFrameworkCore;
using Secretariat.Funding.Budget;
using Secretariat.Platform.Access;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Funding.Budget;

public sealed class TheYearsBudget
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_costs_come_to_the_estimate_and_are_paid_for()
    {
        await using var network = await TheNetwork.Begin("packs/lep-network");
        using var staff = await network.ClientAs(Role.Staff);

        var lines = await network.Db(db => db.Set<BudgetLine>().ToListAsync(Ct));
        lines.Where(l => !l.IsIncome).Sum(l => l.Amount.Pence).ShouldBe(430_721_00);
        lines.Where(l => l.IsIncome).Sum(l => l.Amount.Pence).ShouldBe(430_721_00);
        (await staff.GetStringAsync("/desk/plan/costs", Ct)).ShouldContain("An estimate of <strong>£430,721</strong>, paid for by <strong>£430,721</strong>");
    }

    [Theory]
    [InlineData("costs.csv", "4800000", "4800001", "costs.csv", 0, "come to £51,500.01")]
    [InlineData("costs.csv", "office,staff", "office,government", "costs.csv", 2, "heading of income")]
    [InlineData("income.csv", "ferry-line", "nobody", "income.csv", 3, "nobody")]
    [InlineData("income.csv", "ferry,", "office,", "income.csv", 3, "already")]
    [InlineData("income.csv", "350000", "-350000", "income.csv", 3, "not a number of pence")]
    public async Task A_budget_that_cannot_be_right_is_refused(string file, string right, string wrong, string faulty, int line, string reason)
    {
        await using var network = await TheNetwork.Begin();
        var pack = Directory.CreateDirectory(Path.Combine(network.Folder, "pack")).FullName;
        foreach (var from in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "testpacks/three"))) File.Copy(from, Path.Combine(pack, Path.GetFileName(from)));
        await File.AppendAllTextAsync(Path.Combine(pack, "pack.yaml"), "\nbudget: {estimate_pence: 5150000}\n", Ct);
        var text = await File.ReadAllTextAsync(Path.Combine(pack, file), Ct);
        await File.WriteAllTextAsync(Path.Combine(pack, file), text.Replace(right, wrong), Ct);

        var report = await network.Import(pack);

        report.Faults.ShouldContain(f => f.File == faulty && f.Line == line && f.Reason.Contains(reason), string.Join("\n", report.Faults));
        (await network.Db(db => db.Set<BudgetLine>().CountAsync(Ct))).ShouldBe(0);
    }
}
