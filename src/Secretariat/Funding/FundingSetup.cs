using Secretariat.Funding.Budget;
using Secretariat.Platform.Contracts;

namespace Secretariat.Funding;

public static class FundingSetup
{
    public static void AddFunding(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, BudgetPack>();
        services.AddScoped<IEvidence, BudgetEvidence>();
    }
}
