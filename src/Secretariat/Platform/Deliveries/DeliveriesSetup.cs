using Secretariat.Platform.Contracts;
using Secretariat.Platform.Mailing;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Platform.Deliveries;

public static class DeliveriesSetup
{
    public static void AddDeliveries(this IServiceCollection services)
    {
        services.AddSingleton<SendingTrouble>();
        services.AddSingleton<Postman>();
        services.AddSingleton<IDrain>(s => s.GetRequiredService<Postman>());
        services.AddHostedService(s => s.GetRequiredService<Postman>());
        services.AddScoped<FreezeBatch>();
        services.AddScoped<BatchOrders>();
        services.AddSingleton<ILetterComposer, NoticeComposer>();
        services.AddMailing();
    }
}
