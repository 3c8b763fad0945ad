using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Bulletins.Api;
using Secretariat.Publishing.Bulletins.Letter;
using Secretariat.Publishing.Items;
using Secretariat.Publishing.News;
using Secretariat.Publishing.News.Api;
using Secretariat.Publishing.News.Public;
using Secretariat.Publishing.Newsletters;
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
        services.AddNews();
        services.AddNewsletters();
    }

    public static void MapPublishing(this WebApplication app) => NewsFeeds.Map(app);

    private static void AddNewsletters(this IServiceCollection services)
    {
        // A newsletter is made, approved and sent on a bulletin's pages, under an address of its own.
        services.Configure<RazorPagesOptions>(o =>
        {
            foreach (var (page, path) in new[] { ("Index", ""), ("New", "/new"), ("Show", "/{id:guid}"), ("Edit", "/{id:guid}/edit"), ("Approve", "/{id:guid}/approve"), ("Schedule", "/{id:guid}/schedule"), ("Preview", "/{id:guid}/preview"), ("Letter", "/{id:guid}/letter"), ("Cancel", "/{id:guid}/cancel") })
                o.Conventions.AddPageRoute($"/Publishing/Bulletins/Desk/{page}", $"desk/newsletters{path}");
        });
        services.AddSingleton<NewsletterTokens>();
        services.AddScoped<SignUp>();
        services.AddSingleton<ILetterComposer, SubscribeLetter>();
        services.AddSingleton<ILetterComposer, NewsletterLetters>();
        services.AddSingleton<ISweep, ForgetUnconfirmed>();
        services.AddScoped<IEvidence, NewslettersSent>();
        services.AddScoped<IPlayPart, NewslettersPlay>();
        services.AddScoped<IPersonalData, SubscriberPersonalData>();
    }

    private static void AddNews(this IServiceCollection services)
    {
        services.AddScoped<PutOnWebsite>();
        services.AddScoped<TakeOffWebsite>();
        services.AddScoped<IUnderMandate>(s => s.GetRequiredService<TakeOffWebsite>());
        services.AddScoped<PublicNews>();
        services.AddScoped<NewsFeeds>();
        services.AddScoped<ISitemapPart>(s => s.GetRequiredService<NewsFeeds>());
        services.AddScoped<IOnFrontPage, NewsOnFrontPage>();
        services.AddSingleton<ISweep, PublishDue>();
        services.AddSingleton<ISearchable, SearchedNews>();
        services.AddSingleton<ITimeline, NewsTimeline>();
        services.AddScoped<IEvidence, ItemsPublished>();
        services.AddScoped<IPlayPart, NewsPlay>();
        services.AddScoped<IToday, NewsToday>();
        services.AddSingleton<IApiPart, NewsApi>();
        services.AddScoped<IPersonalData, PublishedPersonalData>();
    }
}
