using Secretariat.Members.Areas;
using Secretariat.Members.Finding.Api;
using Secretariat.Members.Organisations.Api;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Members.Finding;

/// <summary>What the public and programs meet of the members.</summary>
public static class FindingSetup
{
    public static void AddFinding(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, FinderPack>();
        services.AddSingleton<Finders>();
        services.AddSingleton<IWatchCommits>(s => s.GetRequiredService<Finders>());
        services.AddHostedService<FinderWarmth>();
        services.AddSingleton<IApiPart, FindApi>();
        services.AddSingleton<IApiPart, MembersApi>();
        services.AddScoped<ISitemapPart, MembersSitemap>();
    }

    public static void MapFinding(this WebApplication app) => app.MapAreas();
}
