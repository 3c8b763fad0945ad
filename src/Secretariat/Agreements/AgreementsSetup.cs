using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Api;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Agreements;

public static class AgreementsSetup
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, RoundsPack>();
        services.AddSingleton<AnswerTokens>();
        services.AddSingleton<RoundAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<RoundAsks>());
        services.AddScoped<RoundPost>();
        services.AddScoped<OpenRound>();
        services.AddScoped<AnswerRound>();
        services.AddScoped<NewVersion>();
        services.AddScoped<CloseRound>();
        services.AddSingleton<ISweep, CloseRounds>();
        services.AddSingleton<ILetterComposer, RoundAsked>();
        services.AddSingleton<ILetterComposer, RoundRecorded>();
        services.AddScoped<IPersonalData, RoundPersonalData>();
        services.AddSingleton<IApiPart, RoundsApi>();
    }
}
