using Secretariat.Members.Asks;
using Secretariat.Members.Audiences;
using Secretariat.Members.Audiences.Desk;
using Secretariat.Members.Checks;
using Secretariat.Members.Consent;
using Secretariat.Members.Duplicates;
using Secretariat.Members.Finding;
using Secretariat.Members.Groupings;
using Secretariat.Members.Imports;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Members.Play;
using Secretariat.Members.Themes;
using Secretariat.Members.Timelines;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;

namespace Secretariat.Members;

public static class MembersSetup
{
    public static void AddMembers(this IServiceCollection services)
    {
        services.AddScoped<IWhoIs, WhoIs>();
        services.AddScoped<IPackPart, ThemesPack>();
        services.AddScoped<IPackPart, OrganisationsPack>();
        services.AddScoped<IPackPart, PeoplePack>();
        services.AddScoped<IPackPart, GroupingsPack>();
        services.AddScoped<IPackPart, AudiencesPack>();
        services.AddScoped<IAudienceTerm, PositionInMember>();
        services.AddScoped<IAudienceTerm, ThemeTerm>();
        services.AddScoped<IAudienceTerm, OrganisationTerm>();
        services.AddScoped<IAudienceTerm, GroupingTerm>();
        services.AddScoped<IAudienceTerm, BoardTerm>();
        services.AddScoped<IAudienceTerm, KindTerm>();
        services.AddScoped<AudienceSize>();
        services.AddScoped<AudienceChoices>();
        services.AddScoped<ReadAudience>();
        services.AddScoped<IEvidence, SeatsFilled>();
        services.AddScoped<IEvidence, ContactsKept>();
        services.AddScoped<IFigures, ContactFigures>();
        services.AddSingleton<ISearchable, SearchedPeople>();
        services.AddSingleton<ISearchable, SearchedOrganisations>();
        services.AddSingleton<ISearchable, FoundMembers>();
        services.AddScoped<IToday, SeatsToday>();
        services.AddScoped<IPersonalData, PeoplePersonalData>();
        services.AddScoped<LeaveList>();
        services.AddScoped<OpenAsks>();
        services.AddScoped<WriteAsks>();
        services.AddSingleton<ILetterComposer, AskComposer>();
        services.AddSingleton<ISweep, AskEachMorning>();
        services.AddScoped<IPersonalData, AskPersonalData>();
        services.AddScoped<IAfterRestore, RestoredAsks>();
        services.AddSingleton<ITimeline, PositionsTimeline>();
        services.AddSingleton<ITimeline, LettersTimeline>();
        services.AddScoped<ReadTimeline>();
        services.AddScoped<MergePeople>();
        services.AddScoped<JudgeRows>();
        services.AddScoped<ReadPeople>();
        services.AddScoped<ImportPeople>();
        services.AddScoped<IActsByPosition, SeatedByPosition>();
        services.AddScoped<InUse>();
        services.AddScoped<UndoImport>();
        services.AddSingleton<ISweep, ImportsGoOn>();
        services.AddScoped<IPersonalData, ImportPersonalData>();
        services.AddChecks();
        services.AddFinding();
    }

    private static void AddChecks(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, ChecksPack>();
        services.AddSingleton<ISweep, ChecksOpen>();
        services.AddSingleton<CheckAsks>();
        services.AddSingleton<IAsk>(s => s.GetRequiredService<CheckAsks>());
        services.AddScoped<AnswerCheck>();
        services.AddScoped<IEvidence, DetailsChecked>();
        services.AddScoped<IPlayPart, ContactsPlay>();
        services.AddScoped<IPersonalData, CheckPersonalData>();
        services.AddScoped<IToday, ChecksToday>();
        services.AddSingleton<ITimeline, ChecksTimeline>();
    }

    public static void MapMembers(this WebApplication app) => app.MapFinding();
}
