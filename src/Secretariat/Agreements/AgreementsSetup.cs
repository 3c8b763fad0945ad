using Secretariat.Agreements.Corrections;
using Secretariat.Agreements.Corrections.Letters;
using Secretariat.Agreements.Decisions;
using Secretariat.Agreements.Dispositions;
using Secretariat.Agreements.Rounds;
using Secretariat.Agreements.Rounds.Api;
using Secretariat.Agreements.Rounds.Letters;
using Secretariat.Agreements.Statements;
using Secretariat.Agreements.Statements.Play;
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
        services.AddScoped<WriteRound>();
        services.AddScoped<AnswerRound>();
        services.AddScoped<SeeChange>();
        services.AddScoped<NewVersion>();
        services.AddScoped<RemindMissing>();
        services.AddScoped<CloseRound>();
        services.AddScoped<CancelRound>();
        services.AddSingleton<ITimeline, RoundsTimeline>();
        services.AddScoped<IAudienceTerm, RoundTerm>();
        services.AddSingleton<ISearchable, SearchedRounds>();
        services.AddSingleton<ISearchable, SearchedDecisions>();
        services.AddScoped<IPlayPart, StatementsPlay>();
        services.AddScoped<IToday, RoundsToday>();
        services.AddScoped<IMergeGuard, AnsweredTwice>();
        services.AddScoped<IActsByPosition, AnsweredByPosition>();
        services.AddScoped<IAfterRestore, RestoredRounds>();
        services.AddScoped<ReleaseStatement>();
        services.AddScoped<TakeOutStatement>();
        services.AddScoped<MandateReach>();
        services.AddScoped<WithdrawMandate>();
        services.AddScoped<AddDissent>();
        services.AddScoped<PutToMembers>();
        services.AddScoped<IPersonalData, StatementPersonalData>();
        // Before the closing: a correction whose time to object ends just then is in.
        services.AddSingleton<ISweep, SettleCorrections>();
        services.AddSingleton<ISweep, CloseRounds>();
        services.AddSingleton<ILetterComposer, RoundAsked>();
        services.AddSingleton<ILetterComposer, RoundRecorded>();
        services.AddSingleton<ILetterComposer, ParagraphRecorded>();
        services.AddScoped<IPersonalData, RoundPersonalData>();
        services.AddSingleton<IAsk, CorrectionAsks>();
        services.AddScoped<ProposeCorrection>();
        services.AddScoped<PassCorrection>();
        services.AddScoped<ObjectToCorrection>();
        services.AddScoped<DropCorrection>();
        services.AddScoped<IToday, CorrectionsToday>();
        services.AddScoped<IAfterRestore, RestoredCorrections>();
        services.AddScoped<IPersonalData, CorrectionPersonalData>();
        services.AddSingleton<ILetterComposer, CorrectionProposed>();
        services.AddSingleton<ILetterComposer, CorrectionGone>();
        services.AddSingleton<ILetterComposer, ObjectionRecorded>();
        services.AddScoped<TakeDecision>();
        services.AddScoped<IPersonalData, DecisionPersonalData>();
        services.AddScoped<IEvidence, DecisionsTaken>();
        services.AddScoped<SettleComment>();
        services.AddScoped<TellAuthors>();
        services.AddSingleton<ILetterComposer, CommentsSettled>();
        services.AddScoped<IPersonalData, DispositionPersonalData>();
        services.AddScoped<IToday, CommentsToday>();
        services.AddSingleton<IApiPart, RoundsApi>();
    }
}
