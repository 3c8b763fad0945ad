using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Letters;
using Secretariat.Events.Invitations;
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
public sealed class SettleHandover(Db db, PutToMembers words, EnquirerPost post, Sites sites)
{
    public const int MaxAnswer = 8000;

    public async Task Run(Guid id, Settled said, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (said.How == Settling.Answer) await Require(id, said, by, ct);
        await Settle(id, said, by, now, ct);
    }

    private Task Settle(Guid id, Settled said, Actor by, DateTimeOffset now, CancellationToken ct) => db.Write(async () =>
    {
        var of = await db.Set<Handover>().Where(h => h.Id == id).Select(h => h.Enquiry).SingleAsync(ct);
        var enquiry = await PassToMember.Locked(db, of, ct);
        var handover = await db.Set<Handover>().SingleAsync(h => h.Id == id, ct);
        if (!enquiry.IsOpen) throw new RuleBroken("This enquiry is settled already, and nothing more is needed. Thank you.");
        var who = await Who(handover, said.Through, by, now, ct);
        switch (said.How)
        {
            case Settling.Accept:
                var due = (await OfficeDays.Load(db, ct)).After(now.DateIn(sites.Current.Zone), (await TakeEnquiry.Settings(db, ct)).HandoverDays);
                handover.Accept(who, due);
                enquiry.HandOver(due);
                db.Add(Line(enquiry, handover, LineKind.Accepted, "", who, now));
                break;
            case Settling.HandBack:
                handover.HandBack(who, said.Words, now);
                if (!await OthersRun(enquiry.Id, id, ct)) enquiry.ComeBack(now.DateIn(sites.Current.Zone));
                db.Add(Line(enquiry, handover, LineKind.HandedBack, handover.Reason!, who, now));
                break;
            case Settling.AlreadyDealing:
                handover.DealAlready(who, said.Words, now);
                await Close(enquiry, handover, now, ct);
                post.Write(enquiry, Line(enquiry, handover, LineKind.AlreadyDealing, handover.Reason ?? "", who, now));
                break;
            case Settling.Answer:
                var answer = Typed.Text(said.Words, MaxAnswer, "Words") ?? throw new RuleBroken(enquiry.CanBeWrittenTo ? "Write your answer: they read it as you write it." : "Write what you told them.", "Words");
                handover.Answer(who, now);
                await Close(enquiry, handover, now, ct);
                post.Write(enquiry, Line(enquiry, handover, LineKind.Answered, answer, who, now).AnsweredAt(await db.Set<Person>().Where(p => p.Id == handover.Person).Select(p => p.Email).SingleOrDefaultAsync(ct)));
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

    // A PA who types their own name is known by it; anybody else who has the link stands for whom it was written to.
    private async Task<Actor> Who(Handover handover, string? through, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        if (Typed.Line(through, 200, "Through") is not { } name) return by;
        var pas = handover.Person is { } asked ? await ActingPas.For(db, [asked], now.DateIn(sites.Current.Zone), ct) : null;
        return new(pas?.SelectMany(p => p).FirstOrDefault(pa => pa.Name.Folded() == name.Folded())?.Person ?? by.Person, name);
    }

    // It leaves by our server, so it is looked at as the network's own answer is; outside the transaction, so that the try is kept.
    private async Task Require(Guid id, Settled said, Actor by, CancellationToken ct)
    {
        var known = await words.All(ct);
        if ((PutToMembers.InPlain(said.Words ?? "", known) ?? PutToMembers.InLine(said.Through ?? "", known)) is not { } round) return;
        if (!await db.Set<Handover>().AnyAsync(h => h.Id == id && db.Set<Enquiry>().Any(e => e.Id == h.Enquiry && e.EmailKey != ""), ct)) return;
        db.Note(by, ReleaseStatement.RefusedVerb, nameof(Handover), id, ("Channel", "a member’s answer to an enquiry"), ("Carrier", $"{id}"), ("Why", round.Refusal));
        await db.SaveUnaudited(ct);
        throw new RuleBroken($"{round.Refusal} If it is your own view, write it to them in a letter of your own.", "Words");
    }

    private static EnquiryLine Line(Enquiry enquiry, Handover handover, LineKind kind, string words, Actor by, DateTimeOffset now) => new(enquiry.Id, kind, words, by, now) { Member = handover.Member };
}
