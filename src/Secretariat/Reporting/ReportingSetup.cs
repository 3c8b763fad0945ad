using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;
using Secretariat.Reporting.Annual;
using Secretariat.Reporting.Annual.Play;
using Secretariat.Reporting.Annual.Public;
using Secretariat.Reporting.Operational;
using Secretariat.Reporting.Operational.Api;
using Secretariat.Reporting.Operational.My;
using Secretariat.Reporting.Operational.Play;
using Secretariat.Reporting.Years;

namespace Secretariat.Reporting;

public static class ReportingSetup
{
    public static void AddReporting(this IServiceCollection services)
    {
        services.AddScoped<ReportCalendar>();
        services.AddScoped<GatherFacts>();
        services.AddScoped<WriteReport>();
        services.AddScoped<ShareReport>();
        services.AddScoped<PrintReport>();
        services.AddScoped<ReadableReports>();
        services.AddScoped<IEvidence, ReportsIssued>();
        services.AddScoped<IToday, ReportsToday>();
        services.AddSingleton<ISearchable, SearchedReports>();
        services.AddScoped<IPersonalData, ReportPersonalData>();
        services.AddSingleton<IApiPart, ReportsApi>();
        services.AddScoped<IPlayPart, ReportsPlay>();
        services.AddScoped<IPackPart, IndicatorsPack>();
        services.AddScoped<CollectFigures>();
        services.AddScoped<GatherAnnual>();
        services.AddScoped<ReleaseAnnual>();
        services.AddScoped<PrintAnnual>();
        services.AddSingleton<ISweep, AnnualDue>();
        services.AddSingleton<ReturnAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<ReturnAsks>());
        services.AddScoped<ReleasedReports>();
        services.AddScoped<ISitemapPart>(s => s.GetRequiredService<ReleasedReports>());
        services.AddSingleton<ISearchable, FoundReports>();
        services.AddScoped<IEvidence, AnnualPublished>();
        services.AddScoped<IOnFrontPage, ReportOnFrontPage>();
        services.AddSingleton<ITimeline, AnnualTimeline>();
        services.AddScoped<IToday, AnnualToday>();
        services.AddScoped<IPersonalData, AnnualPersonalData>();
        services.AddScoped<IPlayPart, AnnualPlay>();
        services.AddScoped<IActsByPosition, FiguresByPosition>();
        services.AddScoped<YearOfMember>();
    }
}
