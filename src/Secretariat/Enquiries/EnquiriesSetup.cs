using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Inbox.Api;
using Secretariat.Enquiries.Inbox.Public;
using Secretariat.Enquiries.Letters;
using Secretariat.Enquiries.Media;
using Secretariat.Enquiries.Numbers;
using Secretariat.Enquiries.Pack;
using Secretariat.Enquiries.Play;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Sweeps;
using Secretariat.Platform.Web.Api;

namespace Secretariat.Enquiries;

public static class EnquiriesSetup
{
    public static void AddEnquiries(this IServiceCollection services)
    {
        services.AddScoped<IPackPart, EnquiriesPack>();
        services.AddScoped<ChangeEnquirySettings>();
        services.AddScoped<IPrivacyPart, EnquiryPrivacy>();
        services.AddScoped<TakeEnquiry>();
        services.AddScoped<IActsByPosition, HandoverSettledByPosition>();
        services.AddScoped<AnswerEnquiry>();
        services.AddScoped<EnquirerPost>();
        services.AddSingleton<FormStamp>();
        services.AddSingleton<ContactLimits>();
        services.AddSingleton<ReplyAddress>();
        services.AddSingleton<ILetterComposer, EnquirerLetter>();
        services.AddScoped<IReceivesMail, MailedEnquiries>();
        services.AddScoped<IToday, EnquiriesToday>();
        services.AddScoped<IPersonalData, EnquiryPersonalData>();
        services.AddSingleton<ISweep, EnquirersForgotten>();
        services.AddSingleton<ISearchable, SearchedEnquiries>();
        services.AddSingleton<ITimeline, EnquiriesTimeline>();
        services.AddScoped<WhoseIsIt>();
        services.AddScoped<PassToMember>();
        services.AddScoped<SettleHandover>();
        services.AddSingleton<HandoverTokens>();
        services.AddSingleton<ILetterComposer, HandoverLetter>();
        services.AddSingleton<IAsk, HandoverAsks>();
        services.AddSingleton<ISweep, HandoversComeBack>();
        services.AddScoped<IEvidence, EnquiriesClosed>();
        services.AddScoped<EnquiryNumbers>();
        services.AddSingleton<IApiPart, EnquiriesApi>();
        services.AddScoped<IPlayPart, EnquiriesPlay>();
        services.AddScoped<Speakers>();
        services.AddScoped<SettleMedia>();
        services.AddScoped<IEvidence, MediaClosed>();
        services.AddScoped<IToday, MediaToday>();
        services.AddScoped<IPersonalData, MediaPersonalData>();
        services.AddSingleton<ISweep, JournalistsForgotten>();
        services.AddSingleton<ISearchable, SearchedMedia>();
        services.AddSingleton<ITimeline, MediaTimeline>();
        services.AddScoped<IAudienceTerm, SpeaksOnTerm>();
        services.AddScoped<IPlayPart, MediaPlay>();
    }
}
