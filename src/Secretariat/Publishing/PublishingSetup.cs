using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Funding.Deals;
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
using Secretariat.Publishing.Newsletters.Public;
using Secretariat.Publishing.Notices;
using Secretariat.Publishing.Pages;
using Secretariat.Publishing.Proofs;
using Secretariat.Publishing.Publications;
using Secretariat.Publishing.Publications.My;
using Secretariat.Publishing.Social;
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
        services.AddSocial();
        services.AddNewsletters();
        services.AddPages();
        services.AddPublications();
        services.AddScoped<IBenefitProof, NewsletterProof>();
        services.AddScoped<IBenefitProof, BulletinProof>();
        services.AddScoped<IBenefitProof, NewsProof>();
        services.AddScoped<IBenefitProof, PageProof>();
        services.AddScoped<IBenefitProof, PublicationProof>();
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
        services.AddSingleton<SignUpLimits>();
        services.AddSingleton<ILetterComposer, SubscribeLetter>();
        services.AddSingleton<ILetterComposer, NewsletterLetters>();
        services.AddSingleton<ISweep, ForgetUnconfirmed>();
        services.AddScoped<IEvidence, NewslettersSent>();
        services.AddSingleton<ISearchable, FoundNewsletters>();
        services.AddScoped<IPlayPart, NewslettersPlay>();
        services.AddScoped<IPersonalData, SubscriberPersonalData>();
    }

    private static void AddPublications(this IServiceCollection services)
    {
        services.AddScoped<PutOutPublication>();
        services.AddScoped<PublishedFiles>();
        services.AddScoped<ISitemapPart>(s => s.GetRequiredService<PublishedFiles>());
        services.AddScoped<OfMembers>();
        services.AddSingleton<ISweep, PublicationsDue>();
        services.AddScoped<IToday, PublicationsToday>();
        services.AddScoped<IEvidence, PublicationsPublished>();
        services.AddScoped<IPlayPart, PublicationsPlay>();
        services.AddSingleton<ITimeline, PublicationsTimeline>();
        services.AddSingleton<ISearchable, FoundPublications>();
        services.AddSingleton<ISearchable, SearchedPublications>();
        services.AddScoped<IPersonalData, PublicationPersonalData>();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<SlugRoute>(SlugRoute.Name));
        services.AddSingleton<FirstPages>();
        services.AddSingleton<OwnAddresses>();
        services.AddScoped<PublishPage>();
        services.AddScoped<PublicPages>();
        services.AddScoped<ISitemapPart>(s => s.GetRequiredService<PublicPages>());
        services.AddSingleton<PagesInFooter>();
        services.AddSingleton<IInFooter>(s => s.GetRequiredService<PagesInFooter>());
        services.AddSingleton<IWatchCommits>(s => s.GetRequiredService<PagesInFooter>());
        services.AddScoped<IPackPart, PagesPack>();
        services.AddScoped<IToday, PagesToday>();
        services.AddSingleton<ISearchable, FoundPages>();
        services.AddScoped<IPersonalData, PagePersonalData>();
    }

    private static void AddSocial(this IServiceCollection services)
    {
        services.AddScoped<WritePost>();
        services.AddScoped<MarkPost>();
        services.AddSingleton<ISearchable, SearchedPosts>();
        services.AddSingleton<ITimeline, PostsTimeline>();
        services.AddScoped<IEvidence, PostsPublished>();
        services.AddScoped<IPlayPart, SocialPlay>();
        services.AddScoped<IToday, PostsToday>();
        services.AddScoped<IPersonalData, PostPersonalData>();
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
        services.AddSingleton<ISearchable, FoundNews>();
        services.AddScoped<IPersonalData, PublishedPersonalData>();
    }
}
