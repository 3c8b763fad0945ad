using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Letters;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Inbox;

/// <summary>The secretariat writes to an enquirer: an answer, or a question back. Words that were put to members do not leave by it.</summary>
public sealed class AnswerEnquiry(Db db, PutToMembers words, EnquirerPost post, Sites sites)
{
    public async Task Run(Guid id, string? text, bool asksBack, Actor by, DateTimeOffset now, CancellationToken ct, int? seen = null)
    {
        var said = Typed.Text(text, SettleHandover.MaxAnswer, "Words") ?? throw new RuleBroken("Write what they are to read.", "Words");
        await Require(id, said, by, ct);
        await db.Write(async () =>
        {
            var enquiry = await PassToMember.Locked(db, id, ct);
            await NewWords.Read(db, enquiry, seen, ct);
            if (asksBack && await db.Set<EnquiryLine>().AsNoTracking().Where(l => l.Enquiry == id && l.Kind != LineKind.Note).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).FirstOrDefaultAsync(ct) is { Kind: LineKind.AskedBack } last && last.Words == said)
                throw new RuleBroken("You have asked them just this already. It waits for their reply.", "Words");
            if (asksBack) enquiry.AskBack((await OfficeDays.Load(db, ct)).After(now.DateIn(sites.Current.Zone), (await TakeEnquiry.Settings(db, ct)).AnswerDays));
            else await Closing.Close(db, enquiry, EnquiryEnd.AnsweredByUs, null, now, ct);
            post.Write(enquiry, new(id, asksBack ? LineKind.AskedBack : LineKind.Answered, said, by, now));
            await db.Save(by, asksBack ? "Ask enquirer" : "Answer enquiry", ct);
        }, ct);
    }

    // Outside the transaction: the try is kept, whatever becomes of it.
    private async Task Require(Guid id, string said, Actor by, CancellationToken ct)
    {
        if (PutToMembers.InPlain(said, await words.All(ct)) is not { } round) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Enquiry), id, ("Channel", "an answer to an enquiry"), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken(round.Refusal, "Words");
    }
}
