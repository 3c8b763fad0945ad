using Secretariat.Funding.Api;
using Secretariat.Funding.Budget;
using Secretariat.Funding.Deals;
using Secretariat.Funding.Income;
using Secretariat.Funding.Play;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Funding;

public static class FundingSetup
{
    public static void AddFunding(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, BudgetPack>();
        services.AddScoped<KeepBudget>();
        services.AddScoped<CommitmentsNow>();
        services.AddScoped<ChangeCommitment>();
        services.AddScoped<FundingNow>();
        services.AddScoped<Proofs>();
        services.AddScoped<RunDeal>();
        services.AddScoped<IEvidence, BudgetEvidence>();
        services.AddScoped<IFigures, BudgetFigures>();
        services.AddScoped<IEvidence, DealsAgreed>();
        services.AddScoped<IFigures, DealFigures>();
        services.AddScoped<IToday, FundingToday>();
        services.AddSingleton<IAsk, DealAsks>();
        services.AddSingleton<ITimeline, DealsTimeline>();
        services.AddSingleton<ISearchable, SearchedDeals>();
        services.AddScoped<IAudienceTerm, SponsorTerm>();
        services.AddScoped<IPersonalData, BudgetPersonalData>();
        services.AddScoped<IPersonalData, CommitmentPersonalData>();
        services.AddScoped<IPersonalData, DealPersonalData>();
        services.AddSingleton<IApiPart, FundingApi>();
        services.AddScoped<IPlayPart, FundingPlay>();
    }
}
