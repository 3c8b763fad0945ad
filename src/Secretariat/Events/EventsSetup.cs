using Secretariat.Events.Api;
using Secretariat.Events.Attendance;
using Secretariat.Events.Conference;
using Secretariat.Events.Diary;
using Secretariat.Events.Diary.Public;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Letters;
using Secretariat.Events.Minutes;
using Secretariat.Events.Papers;
using Secretariat.Events.Play;
using Secretariat.Events.Wishes;
using Secretariat.Funding.Deals;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Events;

public static class EventsSetup
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, KindsPack>();
        services.AddScoped<EventWords>();
        services.AddScoped<IActsByPosition, InvitationAnsweredByPosition>();
        services.AddScoped<MakeEvent>();
        services.AddScoped<IDealEvents, EventsForDeals>();
        services.AddScoped<IBenefitProof, HeldEventProof>();
        services.AddScoped<IBenefitProof, EventPageProof>();
        services.AddScoped<ChangeEvent>();
        services.AddScoped<EventPost>();
        services.AddSingleton<EventTokens>();
        services.AddScoped<InviteAudience>();
        services.AddSingleton<ITimeline, InvitationsTimeline>();
        services.AddSingleton<ITimeline, ActionsTimeline>();
        services.AddScoped<IAudienceTerm, InvitedTerm>();
        services.AddScoped<AnswerInvitation>();
        services.AddSingleton<IAsk, InviteAsks>();
        services.AddSingleton<ILetterComposer, EventInvited>();
        services.AddSingleton<ILetterComposer, EventMoved>();
        services.AddSingleton<ILetterComposer, EventOff>();
        services.AddSingleton<ILetterComposer, ReplyRecorded>();
        services.AddSingleton<ILetterComposer, EventMaterials>();
        services.AddScoped<SendMaterials>();
        services.AddScoped<TakeAttendance>();
        services.AddScoped<IEvidence, MeetingsHeld>();
        services.AddScoped<IToday, EventsToday>();
        services.AddScoped<IWhatIsOn, InvitationsOn>();
        services.AddScoped<WriteMinutes>();
        services.AddSingleton<ISearchable, SearchedEvents>();
        services.AddSingleton<ISearchable, FoundEvents>();
        services.AddSingleton<ISearchable, SearchedActions>();
        services.AddSingleton<ActionAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<ActionAsks>());
        services.AddScoped<IPersonalData, InviteePersonalData>();
        services.AddScoped<IPersonalData, ActionPersonalData>();
        services.AddScoped<RankWishes>();
        services.AddScoped<WishedEvent>();
        services.AddSingleton<WishAsks>();
        services.AddSingleton<ISearchable, SearchedWishes>();
        services.AddSingleton<ITimeline, WishesTimeline>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<WishAsks>());
        services.AddScoped<IPersonalData, WishPersonalData>();
        services.AddScoped<IForPlannedDate, EventForDate>();
        services.AddConference();
        services.AddSingleton<IApiPart, EventsApi>();
        services.AddScoped<IPlayPart, WishesPlay>();
        services.AddScoped<IPlayPart, EventsPlay>();
        services.AddScoped<IOnFrontPage, DiaryOnFrontPage>();
    }

    public static void MapEvents(this WebApplication app)
    {
        DiaryFeeds.Map(app);
        TicketPictures.Map(app);
    }
}
