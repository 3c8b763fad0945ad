using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Knowledge.Cases.Api;
using Secretariat.Knowledge.Figures;
using Secretariat.Knowledge.Play;
using Secretariat.Knowledge.Questions;
using Secretariat.Knowledge.Uses;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Knowledge;

public static class KnowledgeSetup
{
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddScoped<WriteCase>();
        services.AddScoped<ShareCase>();
        services.AddScoped<SharedCases>();
        services.AddScoped<ISitemapPart>(s => s.GetRequiredService<SharedCases>());
        services.AddScoped<ReadCase>();
        services.AddSingleton<ISweep, CasesDue>();
        services.AddScoped<IOnFrontPage, CasesOnFrontPage>();
        services.AddSingleton<IApiPart, PracticeApi>();
        services.AddScoped<UseCase>();
        services.AddSingleton<FindAlike>();
        services.AddSingleton<IWatchCommits>(s => s.GetRequiredService<FindAlike>());
        services.AddScoped<AskTheme>();
        services.AddSingleton<QuestionTokens>();
        services.AddSingleton<IAsk, QuestionAsks>();
        services.AddSingleton<ILetterComposer, AnsweredLetter>();
        services.AddScoped<IPersonalData, PracticePersonalData>();
        services.AddScoped<IEvidence, CasesShared>();
        services.AddScoped<IFigures, PracticeFigures>();
        services.AddScoped<IToday, PracticeToday>();
        services.AddSingleton<ITimeline, PracticeTimeline>();
        services.AddSingleton<ISearchable, SearchedCases>();
        services.AddSingleton<ISearchable, SearchedQuestions>();
        services.AddSingleton<ISearchable, FoundCases>();
        services.AddScoped<IAudienceTerm, SharedOnTerm>();
        services.AddScoped<IPlayPart, PracticePlay>();
    }
}
