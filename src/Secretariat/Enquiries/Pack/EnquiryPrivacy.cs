using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Pack;

/// <summary>What the privacy page says of those who ask something, and of journalists: as long as it is really kept.</summary>
public sealed class EnquiryPrivacy(Db db, Sites sites) : IPrivacyPart
{
    public IReadOnlyCollection<string> Tags => [nameof(EnquirySettings)];

    public async Task<PrivacyPart> Of(CancellationToken ct)
    {
        var (site, settings) = (sites.Current, await TakeEnquiry.Settings(db, ct));
        var kept = settings.KeepMonths == 1 ? "one month" : $"{settings.KeepMonths} months";
        return new("When you ask something",
        [
            "What you type into the contact form is kept to answer you: your name, your address, what you ask and, if you give them, your organisation, telephone and postcode. So is what you write to us by e-mail or say on the telephone.",
            $"The secretariat reads it. If one of our {site.MemberMany} can answer best, one named person there and whoever acts for them read it too, behind a link of their own; you are told to which {site.MemberOne} it went.",
            "It puts you on no list, and the contact form sets no cookie.",
            $"Who you are and what was written is erased {kept} after it is settled, or before that when you ask. That something was asked, on which subject and from which part of a postcode, is counted on.",
            "If you ask as a journalist, we keep your name and how to reach you for as long; that your paper or station asked, about what, and who spoke stays.",
        ]);
    }
}
