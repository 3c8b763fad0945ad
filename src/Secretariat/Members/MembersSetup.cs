using Secretariat.Members.People;
using Secretariat.Platform.Contracts;

namespace Secretariat.Members;

public static class MembersSetup
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddScoped<IWhoIs, WhoIs>();
    }
}
