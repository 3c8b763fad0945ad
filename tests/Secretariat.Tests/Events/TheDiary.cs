using Microsoft.EntityFrameworkCore;
using Secretariat.Events.Diary;
using Secretariat.Events.Invitations;
using Secretariat.Members.People;
using Secretariat.Platform.Mailing;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Events;

/// <summary>The three chambers on Monday 3 December 2018, with events of their own.</summary>
internal static class TheDiary
{
    public static readonly DateTimeOffset Now = new(2018, 12, 3, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Day = new(2019, 1, 23);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TheNetwork> Begin()
    {
        var network = await TheNetwork.Begin("testpacks/three");
        network.Clock.StopAt(Now);
        return network;
    }

    public static EventDraft Draft(string title = "Winter dinner") =>
        new(title, "The Boathouse, Aldermouth", new(Day, new(19, 0), new(22, 0), "Europe/London")) { About = "Soup, and the flood gates." };

    public static Task<Event> Announced(this TheNetwork network, EventDraft? draft = null, string kind = "dinner") => network.In(async s =>
    {
        var at = await s.GetRequiredService<MakeEvent>().Run(kind, draft ?? Draft(), null, TheNetwork.Staff, Ct);
        await s.GetRequiredService<ChangeEvent>().Announce(at, TheNetwork.Staff, Now, Ct);
        return at;
    });

    /// <summary>Announced, and the Chairs are asked: Greta Sandpiper, Hussein Lock and Odile Brook.</summary>
    public static async Task<Event> WithInvitees(this TheNetwork network, EventDraft? draft = null)
    {
        var at = await network.Announced(draft);
        await network.In(s => s.GetRequiredService<InviteAudience>().Run(at.Id, InviteAudience.OfKind, TheNetwork.Staff, network.Now, Ct));
        return at;
    }

    public static Task<Invitee> InviteeOf(this TheNetwork network, Guid at, string name) => network.Db(db => db.Set<Invitee>().AsNoTracking().SingleAsync(i => i.Event == at && i.Name == name, Ct));

    public static Task<Guid> PersonCalled(this TheNetwork network, string name) => network.Db(db => db.Set<Person>().Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct));

    public static async Task Answers(this TheNetwork network, Guid at, string name, Reply reply, NamedDeputy? deputy = null)
    {
        var invitee = await network.InviteeOf(at, name);
        await network.In(s => s.GetRequiredService<AnswerInvitation>().Run(at, new GivenReply(invitee.Id, reply, deputy), TheNetwork.Staff, network.Now, Ct));
    }

    /// <summary>What the mail server was given, newest last.</summary>
    public static async Task<IReadOnlyList<(string To, string Subject, string Source)>> Letters(this TheNetwork network)
    {
        await network.Drain();
        return [.. (await network.Db(db => db.Set<MailboxLetter>().AsNoTracking().OrderBy(l => l.At).ToListAsync(Ct))).Select(l => (l.To, l.Subject, System.Text.Encoding.UTF8.GetString(l.Read())))];
    }
}
