using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>The three chambers on Monday 3 December 2018, with somebody who asks them something.</summary>
internal static class TheInbox
{
    /// <summary>ZA3 2AB is Aldermouth’s: its chief executive is Lionel Weir, his PA Nuala Ferris.</summary>
    public static readonly EnquiryDraft Draft = new("Ada Byron", "ada.byron@elsewhere.example", "A stall on the quay", "May I sell engines there?") { Postcode = "ZA3 2AB", Theme = "high-streets" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Enquiry> Asked(this TheNetwork network, EnquiryDraft? draft = null, EnquiryChannel channel = EnquiryChannel.Form) =>
        network.In(s => s.GetRequiredService<TakeEnquiry>().Run(draft ?? Draft, channel, TheNetwork.Staff, network.Now, Ct));

    public static Task<Handover> HandedOver(this TheNetwork network, Guid enquiry, string member = "ALD") =>
        network.In(s => s.GetRequiredService<PassToMember>().Run(enquiry, member, null, TheNetwork.Staff, network.Now, Ct));

    public static Task<Enquiry> Enquiry(this TheNetwork network, Guid id) => network.Db(db => db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == id, Ct));

    public static Task<Handover> Handover(this TheNetwork network, Guid id) => network.Db(db => db.Set<Handover>().AsNoTracking().SingleAsync(h => h.Id == id, Ct));

    // In the order of the page: what was done at one moment has no order by its ids.
    public static async Task<List<EnquiryLine>> Lines(this TheNetwork network, Guid enquiry) =>
        [.. (await network.Db(db => db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == enquiry).ToListAsync(Ct))).OrderBy(l => l.At).ThenBy(l => l.Kind).ThenBy(l => l.Id)];

    /// <summary>A letter of the enquirer's, with the number in its subject.</summary>
    public static Task WritesAgain(this TheNetwork network, Enquiry enquiry, string words) => network.In(async s =>
    {
        var letter = $"Message-ID: <{Guid.NewGuid():N}@elsewhere.example>\r\nFrom: Ada <{enquiry.Email}>\r\nTo: office@network.example\r\nSubject: Re: {enquiry.Reference}\r\n\r\n{words}\r\n";
        (await s.GetServices<IReceivesMail>().OfType<MailedEnquiries>().Single().Take(new InboundMail(["office@network.example"], "", $"Re: {enquiry.Reference}", System.Text.Encoding.UTF8.GetBytes(letter)), Ct)).ShouldBeTrue();
    });

    public static string LinkOf(this TheNetwork network, Handover handover, Guid person) => $"/a/h/{network.Services.GetRequiredService<HandoverTokens>().For(handover.Id, person)}";

    public static Task Settles(this TheNetwork network, Handover handover, Settled said) =>
        network.In(s => s.GetRequiredService<SettleHandover>().Run(handover.Id, said, new(handover.Person, handover.Name), network.Now, Ct));
}
