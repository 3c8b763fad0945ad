using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web.Api;
using Secretariat.Reporting.Operational;
using Secretariat.Reporting.Operational.Api;
using Secretariat.Reporting.Operational.My;
using Secretariat.Reporting.Operational.Play;

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
    }
}
