using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web.Api;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Bulletins.Api;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.Notices;
using Secretariat.Publishing.Unsubscribing;

namespace Secretariat.Publishing;

public static class PublishingSetup
{
    public static void AddPublishing(this IServiceCollection services)
    {
        services.AddScoped<EditItem>();
        services.AddSingleton<ITimeline, PublishedTimeline>();
        services.AddScoped<NoticeGate>();
        services.AddScoped<SendNotice>();
        services.AddScoped<SendTestNotice>();
        services.AddSingleton<NoticeTokens>();
        services.AddSingleton<ILetterComposer, NoticeLetters>();
        services.AddSingleton<ISearchable, SearchedNotices>();
        services.AddScoped<IPersonalData, NoticePersonalData>();
        services.AddSingleton<ISearchable, SearchedBulletins>();
        services.AddSingleton<ISearchable, SearchedItems>();
        services.AddScoped<TakeInStatement>();
        services.AddScoped<ChangeKind>();
        services.AddScoped<CurrentContent>();
        services.AddScoped<EditionGate>();
        services.AddScoped<RefusedLetters>();
        services.AddScoped<ScheduleEdition>();
        services.AddScoped<StopStatements>();
        services.AddScoped<IUnderMandate>(s => s.GetRequiredService<StopStatements>());
        services.AddSingleton<ISweep, StopExpired>();
        services.AddScoped<NextBulletin>();
        services.AddScoped<Readers>();
        services.AddScoped<EditionPress>();
        services.AddScoped<SendTestLetter>();
        services.AddScoped<MemberCounts>();
        services.AddScoped<FreezeEdition>();
        services.AddScoped<IAfterRestore, RestoredBulletins>();
        services.AddSingleton<LeaveTokens>();
        services.AddSingleton<ISweep, SendBulletins>();
        services.AddSingleton<ISweep, FinishBulletins>();
        services.AddSingleton<ILetterComposer, BulletinLetters>();
        services.AddSingleton<IApiPart, LettersApi>();
        services.AddScoped<IEvidence, BulletinsSent>();
        services.AddScoped<IToday, BulletinsToday>();
        services.AddScoped<IPlayPart, BulletinsPlay>();
        services.AddScoped<IPersonalData, ItemPersonalData>();
        services.AddScoped<IPersonalData, EditionPersonalData>();
    }
}
