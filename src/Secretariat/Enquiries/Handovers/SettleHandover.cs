using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Letters;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

public enum Settling { None, Answer, Accept, HandBack, AlreadyDealing }

/// <param name="Words">The answer, or the reason.</param>
/// <param name="Through">Who acts, when it is not the one it was written to.</param>
public sealed record Settled(Settling How, string? Words, string? Through = null);

/// <summary>A member says what becomes of what was handed to it; where it matters to the enquirer, they are told.</summary>
public sealed class SettleHandover(Db db, EnquirerPost post, Sites sites)
{
    public const int MaxAnswer = 8000;

    public Task Run(Guid id, Settled said, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.Set<Handover>().Where(h => h.Id == id).Select(h => h.Enquiry).SingleAsync(ct);
        var enquiry = await PassToMember.Locked(db, of, ct);
        var handover = await db.Set<Handover>().SingleAsync(h => h.Id == id, ct);
        if (!enquiry.IsOpen) throw new RuleBroken("This enquiry is settled already, and nothing more is needed. Thank you.");
        var name = string.IsNullOrWhiteSpace(said.Through) ? by.Name : Typed.Line(said.Through, 200, "Through")!;
        switch (said.How)
        {
            case Settling.Accept:
                var due = (await OfficeDays.Load(db, ct)).After(now.DateIn(sites.Current.Zone), (await TakeEnquiry.Settings(db, ct)).HandoverDays);
                handover.Accept(name, due);
                enquiry.HandOver(due);
                db.Add(Line(enquiry, handover, LineKind.Accepted, "", name, now));
                break;
            case Settling.HandBack:
                handover.HandBack(name, said.Words, now);
                if (!await OthersRun(enquiry.Id, id, ct)) enquiry.ComeBack(now.DateIn(sites.Current.Zone));
                db.Add(Line(enquiry, handover, LineKind.HandedBack, handover.Reason!, name, now));
                break;
            case Settling.AlreadyDealing:
                handover.DealAlready(name, said.Words, now);
                await Close(enquiry, handover, now, ct);
                post.Write(enquiry, Line(enquiry, handover, LineKind.AlreadyDealing, handover.Reason ?? "", name, now));
                break;
            case Settling.Answer:
                var words = Typed.Text(said.Words, MaxAnswer, "Words") ?? throw new RuleBroken(enquiry.CanBeWrittenTo ? "Write your answer: they read it as you write it." : "Write what you told them.", "Words");
                handover.Answer(name, now);
                await Close(enquiry, handover, now, ct);
                post.Write(enquiry, Line(enquiry, handover, LineKind.Answered, words, name, now, await db.Set<Person>().Where(p => p.Id == handover.Person).Select(p => p.Email).SingleOrDefaultAsync(ct)));
                break;
            default:
                throw new RuleBroken("Choose what becomes of it.", "How");
        }
        await db.Save(by, "Settle handover", ct);
    }, ct);

    private async Task Close(Enquiry enquiry, Handover handover, DateTimeOffset now, CancellationToken ct)
    {
        enquiry.Close(EnquiryEnd.AnsweredByMember, now, handover.Member);
        foreach (var other in await db.Set<Handover>().Where(h => h.Enquiry == enquiry.Id && h.Id != handover.Id).ToListAsync(ct)) other.Release(now);
    }

    private async Task<bool> OthersRun(Guid enquiry, Guid but, CancellationToken ct) =>
        await db.Set<Handover>().AnyAsync(h => h.Enquiry == enquiry && h.Id != but && (h.State == HandoverState.Asked || h.State == HandoverState.Accepted), ct);

    private static EnquiryLine Line(Enquiry enquiry, Handover handover, LineKind kind, string words, string by, DateTimeOffset now, string? replyTo = null) =>
        new(enquiry.Id, kind, words, by, now) { Member = handover.Member, ReplyTo = replyTo };
}
