using Secretariat.Influence.Engagements;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Influence;

public static class InfluenceSetup
{
    public static void AddInfluence(this IServiceCollection services)
    {
        services.AddScoped<LogEngagement>();
        services.AddScoped<ReportTalk>();
        services.AddScoped<AddOrganisation>();
        services.AddScoped<IEvidence, EngagementsLogged>();
        foreach (var code in new[] { CountsAs.Bro, CountsAs.ThirdParty }) services.AddScoped<IFigures>(s => new EngagementFigures(code, s.GetRequiredService<Db>(), s.GetRequiredService<Sites>()));
        services.AddScoped<IToday, EngagementsToday>();
        services.AddSingleton<PromiseAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<PromiseAsks>());
        services.AddSingleton<ITimeline, EngagementsTimeline>();
        services.AddSingleton<ISearchable, SearchedEngagements>();
        services.AddScoped<IPersonalData, EngagementPersonalData>();
    }
}
