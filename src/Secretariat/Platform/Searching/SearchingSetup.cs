using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Platform.Searching;

public static class SearchingSetup
{
    public static void AddSearching(this IServiceCollection services)
    {
        services.AddSingleton<SearchWatch>();
        services.AddScoped<Search>();
        services.AddScoped<SearchForVisitors>();
        services.AddScoped<BuildIndex>();
        services.AddSingleton<ISweep, BuildIndexes>();
        services.AddScoped<IPersonalData, SearchPersonalData>();
    }
}
