using Secretariat.Events.Conference.Api;
using Secretariat.Events.Conference.Figures;
using Secretariat.Events.Conference.Letters;
using Secretariat.Events.Conference.Play;
using Secretariat.Events.Conference.Programme;
using Secretariat.Events.Conference.Public;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Events.Conference;

public static class ConferenceSetup
{
    public static void AddConference(this IServiceCollection services)
    {
        services.AddSingleton<TicketTokens>();
        services.AddSingleton<PlaceLimits>();
        services.AddScoped<TicketPost>();
        services.AddScoped<PassOn>();
        services.AddScoped<OfferPlaces>();
        services.AddScoped<NamePlaces>();
        services.AddScoped<AskForPlace>();
        services.AddScoped<CheckIn>();
        services.AddScoped<WriteProgramme>();
        services.AddSingleton<ISweep, PassOnDue>();
        services.AddSingleton<ILetterComposer, TicketLetter>();
        services.AddSingleton<ILetterComposer, PlaceLetter>();
        services.AddSingleton<IAsk, TicketAsks>();
        services.AddScoped<IActsByPosition, NamedByPosition>();
        services.AddScoped<IAudienceTerm, TicketTerm>();
        services.AddSingleton<ITimeline, TicketsTimeline>();
        services.AddSingleton<ISearchable, SearchedTickets>();
        services.AddScoped<IToday, ConferenceToday>();
        services.AddScoped<IFigures, AllocationFigures>();
        services.AddScoped<IPersonalData, TicketPersonalData>();
        services.AddScoped<IPrivacyPart, TicketPrivacy>();
        services.AddSingleton<IApiPart, AllocationsApi>();
        services.AddScoped<IPlayPart, ConferencePlay>();
    }
}
