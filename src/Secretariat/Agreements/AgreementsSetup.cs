using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Contracts;

namespace Secretariat.Agreements;

public static class AgreementsSetup
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, RoundsPack>();
    }
}
