using Secretariat.Events.Attendance;
using Secretariat.Events.Diary;
using Secretariat.Events.Diary.Public;
using Secretariat.Events.Invitations;
using Secretariat.Events.Kinds;
using Secretariat.Events.Letters;
using Secretariat.Events.Minutes;
using Secretariat.Events.Play;
using Secretariat.Platform.Contracts;

namespace Secretariat.Events;

public static class EventsSetup
{
    public static void AddEvents(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, KindsPack>();
        services.AddScoped<EventWords>();
        services.AddScoped<MakeEvent>();
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
        services.AddScoped<TakeAttendance>();
        services.AddScoped<IEvidence, MeetingsHeld>();
        services.AddScoped<IToday, EventsToday>();
        services.AddScoped<WriteMinutes>();
        services.AddSingleton<ISearchable, SearchedEvents>();
        services.AddSingleton<ISearchable, SearchedActions>();
        services.AddSingleton<ActionAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<ActionAsks>());
        services.AddScoped<IPersonalData, InviteePersonalData>();
        services.AddScoped<IPersonalData, ActionPersonalData>();
        services.AddScoped<IForPlannedDate, EventForDate>();
        services.AddScoped<IPlayPart, EventsPlay>();
        services.AddScoped<IOnFrontPage, DiaryOnFrontPage>();
    }

    public static void MapEvents(this WebApplication app) => DiaryFeeds.Map(app);
}
