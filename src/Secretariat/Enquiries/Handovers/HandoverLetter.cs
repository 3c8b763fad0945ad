using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Letters;
using Secretariat.Members.Themes;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

/// <summary>Asks a member to answer. Who asked and what stands behind the link and not in the letter: a mailbox keeps what we erase.</summary>
public sealed class HandoverLetter(Sites sites, Settings settings, HandoverTokens tokens) : ILetterComposer
{
    public const string ClassName = "enquiry-handover";
    private const string Name = "name", Key = "handover", For = "for", Link = "link";

    public string Class => ClassName;

    public static Dictionary<string, string> Merge(string name, Guid handover, string? actsFor) =>
        new() { [Name] = name, [Key] = handover.ToString(), [For] = actsFor is null ? "" : $"You get this because you act for {actsFor}." };

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var handover = await db.Set<Handover>().AsNoTracking().SingleAsync(h => h.Id == batch.About, ct);
        var enquiry = await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == handover.Enquiry, ct);
        var theme = enquiry.Theme is { } code ? await db.Set<Theme>().Where(t => t.Code == code).Select(t => t.Name).SingleOrDefaultAsync(ct) : null;
        var letter = new EnquiryLetter($"An enquiry for you{(theme is null ? "" : $": {theme}")}", "Dear {{name}},",
        [
            $"Somebody{(enquiry.Area is { } area ? $" in {area}" : "")} asked {sites.Current.Name} something{(theme is null ? "" : $" about {theme}")} that you can answer best. {(enquiry.CanBeWrittenTo ? "They know that it is with you." : "They gave a telephone number and no address: please ring them.")}",
            $"You can answer on the page behind the link, take it on, hand it back, or say that you are dealing with them already. If we hear nothing by {handover.Due.Long()}, it comes back to us.",
        ], $"{{{{{For}}}}} The link is yours and needs no password. Who asked is shown there, for this enquiry only; it is erased when its time is over.")
        {
            Button = "See the enquiry",
            Link = $"{{{{{Link}}}}}",
            Holes = [Name, For, Link],
        };
        return letter.As(sites.Current, null);
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[Link] = new Uri(settings.Url, "/a/h/" + tokens.For(Guid.Parse(holes[Key]), letter.Person ?? Guid.Empty)).AbsoluteUri;
        return ValueTask.CompletedTask;
    }
}
