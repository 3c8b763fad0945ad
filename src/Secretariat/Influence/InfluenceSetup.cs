using Secretariat.Funding.Deals;
using Secretariat.Influence.Consultations;
using Secretariat.Influence.Consultations.Api;
using Secretariat.Influence.Engagements;
using Secretariat.Influence.Engagements.Api;
using Secretariat.Influence.Lines;
using Secretariat.Influence.Play;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Influence;

public static class InfluenceSetup
{
    public static void AddInfluence(this IServiceCollection services)
    {
        services.AddScoped<LogEngagement>();
        services.AddScoped<ReportTalk>();
        services.AddScoped<AddOrganisation>();
        services.AddScoped<IMemberTalks, TalksBeforeDeals>();
        services.AddScoped<IEvidence, EngagementsLogged>();
        foreach (var code in new[] { CountsAs.Bro, CountsAs.ThirdParty }) services.AddScoped<IFigures>(s => new EngagementFigures(code, s.GetRequiredService<Db>(), s.GetRequiredService<Sites>()));
        services.AddScoped<IToday, EngagementsToday>();
        services.AddSingleton<PromiseAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<PromiseAsks>());
        services.AddSingleton<ITimeline, EngagementsTimeline>();
        services.AddSingleton<ISearchable, SearchedEngagements>();
        services.AddScoped<IPersonalData, EngagementPersonalData>();
        services.AddSingleton<IApiPart, EngagementsApi>();
        services.AddScoped<RunConsultation>();
        services.AddScoped<ReportSubmission>();
        services.AddScoped<ConsultationRounds>();
        services.AddScoped<IGuardsRounds, ReportsNeedAll>();
        services.AddScoped<IUnderMandate, ConsultationsUnderMandate>();
        services.AddScoped<IWhatIsOn, ConsultationsOn>();
        services.AddScoped<IEvidence, ResponsesReleased>();
        services.AddScoped<IToday, ConsultationsToday>();
        services.AddSingleton<ITimeline, ConsultationsTimeline>();
        services.AddSingleton<ISearchable, SearchedConsultations>();
        services.AddScoped<IPersonalData, SubmissionPersonalData>();
        services.AddSingleton<IApiPart, ConsultationsApi>();
        services.AddScoped<SetLine>();
        services.AddScoped<LinesNow>();
        services.AddScoped<ILinesToday>(s => s.GetRequiredService<LinesNow>());
        services.AddScoped<IToday, LinesToday>();
        services.AddSingleton<ITimeline, LinesTimeline>();
        services.AddSingleton<ISearchable, SearchedLines>();
        services.AddScoped<IPersonalData, LinePersonalData>();
        services.AddScoped<IPlayPart, EngagementsPlay>();
        services.AddScoped<IPlayPart, ConsultationsPlay>();
        services.AddScoped<IPlayPart, LinesPlay>();
    }
}
