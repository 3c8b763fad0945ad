using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Letters;
using Secretariat.Events.Invitations;
using Secretariat.Members.Asks;
using Secretariat.Members.Organisations;
using Secretariat.Members.People;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Handovers;

/// <summary>Passes an enquiry to a member, with who asked: a letter to whoever takes enquiries there, their PA in copy, and one to the enquirer that says to whom.</summary>
public sealed class PassToMember(Db db, EnquirerPost post, Sites sites, TimeProvider clock)
{
    public Task<Handover> Run(Guid id, string? code, string? note, Actor by, DateTimeOffset now, CancellationToken ct, int? seen = null) => db.Write(async () =>
    {
        var enquiry = await Locked(db, id, ct);
        var member = await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Member, ct) ?? throw new RuleBroken("Choose the member that can answer.", "Member");
        var zone = sites.Current.Zone;
        var today = now.DateIn(zone);
        if (!(await Recipients.Of(db, [member.Id], today, ct)).TryGetValue(member.Id, out var to)) throw new RuleBroken($"{member.Name} has no chief executive and no Chair with an e-mail address: add one, or say who takes enquiries there.", "Member");
        if ((await db.Set<Handover>().Where(h => h.Enquiry == id && h.Member == member.Id).ToListAsync(ct)).Any(h => h.CanBeSettled)) throw new RuleBroken($"{member.Name} has it already.", "Member");
        var due = (await OfficeDays.Load(db, ct)).After(today, (await TakeEnquiry.Settings(db, ct)).HandoverDays);
        await NewWords.Read(db, enquiry, seen, ct);
        enquiry.HandOver(due);
        var handover = new Handover(id, member.Id, to.Person, to.Name, note, due, now);
        db.Add(handover);
        post.Write(enquiry, new(id, LineKind.PassedOn, "", by, now) { Member = member.Id });
        await db.Save(by, "Hand over enquiry", ct);
        Ask(handover, to.Person, to.Name, to.Email, null, now, zone);
        foreach (var pa in (await ActingPas.For(db, [.. await db.RecordsOf(to.Person).ToListAsync(ct)], today, ct)).SelectMany(p => p).DistinctBy(p => p.Person))
            Ask(handover, pa.Person, pa.Name, pa.Email, to.Name, now, zone);
        await db.SaveUnaudited(ct);
        return handover;
    }, ct);

    /// <summary>Held until the end of the transaction: of two who settle it at once, the second sees what the first did.</summary>
    internal static async Task<Enquiry> Locked(Db db, Guid id, CancellationToken ct)
    {
        await db.Set<Enquiry>().Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Reference, e => e.Reference), ct);
        return await db.Set<Enquiry>().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new RuleBroken("There is no such enquiry.");
    }

    // The letter asks, so it counts among what this person was asked, and nobody is reminded of it tomorrow.
    private void Ask(Handover handover, Guid person, string name, string email, string? actsFor, DateTimeOffset now, TimeZoneInfo zone)
    {
        var letter = new AskLetter(person, AskWay.OwnLetter, [HandoverAsks.Of(handover, person, name, email, actsFor, zone)], now);
        letter.Posted(Platform.Deliveries.Letters.Queue(db, clock, new OneLetter(HandoverLetter.ClassName, "An enquiry handed over", email, person) { About = handover.Id, Reach = [Hold.Everything], Merge = HandoverLetter.Merge(name, handover.Id, actsFor) }));
        db.Add(letter);
    }
}
