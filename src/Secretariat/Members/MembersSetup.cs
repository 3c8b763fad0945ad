using Secretariat.Members.Areas;
using Secretariat.Members.Audiences;
using Secretariat.Members.Consent;
using Secretariat.Members.Finding;
using Secretariat.Members.Finding.Api;
using Secretariat.Members.Groupings;
using Secretariat.Members.Organisations;
using Secretariat.Members.Organisations.Api;
using Secretariat.Members.People;
using Secretariat.Members.Themes;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Members;

public static class MembersSetup
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddScoped<IWhoIs, WhoIs>();
        services.AddScoped<IPackPart, ThemesPack>();
        services.AddScoped<IPackPart, OrganisationsPack>();
        services.AddScoped<IPackPart, PeoplePack>();
        services.AddScoped<IPackPart, GroupingsPack>();
        services.AddScoped<IPackPart, AudiencesPack>();
        services.AddScoped<IAudienceTerm, PositionInMember>();
        services.AddScoped<IAudienceTerm, ThemeTerm>();
        services.AddScoped<IAudienceTerm, OrganisationTerm>();
        services.AddScoped<IAudienceTerm, GroupingTerm>();
        services.AddScoped<IAudienceTerm, BoardTerm>();
        services.AddScoped<ReadAudience>();
        services.AddScoped<LeaveList>();
        services.AddScoped<IPackPart, FinderPack>();
        services.AddSingleton<Finders>();
        services.AddSingleton<IApiPart, FindApi>();
        services.AddSingleton<IApiPart, MembersApi>();
        services.AddScoped<ISitemapPart, MembersSitemap>();
        services.AddHostedService<FinderWarmth>();
        services.AddSingleton<IWatchCommits>(s => s.GetRequiredService<Finders>());
    }

    public static void MapMembers(this WebApplication app) => app.MapAreas();
}
