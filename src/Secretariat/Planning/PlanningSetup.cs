using Secretariat.Planning.Api;
using Secretariat.Planning.ByHand;
using Secretariat.Planning.Calendar;
using Secretariat.Planning.Outcomes;
using Secretariat.Planning.Pack;
using Secretariat.Planning.Paper;
using Secretariat.Planning.Road;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Planning;

public static class PlanningSetup
{
    public static void AddPlanning(this IServiceCollection services)
    {
        services.AddScoped<Standings>();
        services.AddScoped<DrawAgain>();
        services.AddScoped<CopyPlan>();
        services.AddScoped<PlanWords>();
        services.AddScoped<StepRound>();
        services.AddScoped<Papers>();
        services.AddSingleton<PaperPdf>();
        services.AddScoped<IPackPart, PlanCostPack>();
        services.AddScoped<IPersonalData, RoadPersonalData>();
        services.AddScoped<ISitemapPart, PlanSitemap>();
        services.AddScoped<IPlayPart, RoadPlay>();
        services.AddScoped<IPlayPart, ByHandPlay>();
        services.AddScoped<IToday, PlanToday>();
        services.AddScoped<IPackPart, BankHolidayPack>();
        services.AddScoped<IPackPart, PlanPack>();
        services.AddScoped<IPersonalData, HandEvidencePersonalData>();
        services.AddSingleton<IApiPart, OutcomesApi>();
    }
}
