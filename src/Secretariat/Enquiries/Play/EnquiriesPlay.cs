using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Play;

/// <summary>
/// In the sample year people ask, the team hands over to the member that the place points to, and members answer, hand back or let
/// it lie: by the verbs that staff and members use.
/// </summary>
public sealed class EnquiriesPlay(Sites sites) : IPlayPart
{
    internal const string File = "year/enquiries.yaml";
    internal static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 55;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        List<PlayStep> steps = [];
        if (!pack.Has(File) || pack.Yaml(File) is not { } root) return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
        foreach (var script in root.Maps("enquiries").Select(map => new EnquiryScript(map)))
            if (script.Day is not { } day || !EnquiryScript.Thens.Contains(script.Then)) pack.Fault(File, script.Line, $"an enquiry needs a day and says what becomes of it: {string.Join(", ", EnquiryScript.Thens)}");
            else steps.AddRange(Of(script, day, sites.Current.Zone));
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static IEnumerable<PlayStep> Of(EnquiryScript script, DateOnly day, TimeZoneInfo zone)
    {
        Guid? id = null, handover = null;
        var first = day.At(new TimeOnly(10, 15), zone);
        yield return new(first, $"Asked: {script.Subject}", async (s, ct) => id = (await s.GetRequiredService<TakeEnquiry>().Run(script.Draft, script.Channel, Team, Now(s), ct)).Id);
        if (script.Goes)
            yield return new(first.AddHours(4), $"Handed over: {script.Subject}", async (s, ct) => handover = await Pass(s, id!.Value, script, ct));
        if (script.Then is "not-for-us")
            yield return new(first.AddHours(5), $"Closed: {script.Subject}", (s, ct) => Closing.ByStaff(s.GetRequiredService<Db>(), id!.Value, EnquiryEnd.NotForUs, null, script.Answer, Team, Now(s), ct));
        else if (script.Then is not ("open" or "left-with-member"))
            yield return new(day.AddDays(script.Days).At(new TimeOnly(15, 40), zone), $"Settled: {script.Subject}", (s, ct) => Settle(s, id!.Value, handover, script, ct));
        if (script.Finally is { } last)
            yield return new(day.AddDays(script.FinallyDays).At(new TimeOnly(11, 20), zone), $"Answered: {script.Subject}", (s, ct) => s.GetRequiredService<AnswerEnquiry>().Run(id!.Value, last, asksBack: false, Team, Now(s), ct));
    }

    // To the first member that the place points to; where nobody there can be written to, nothing is handed over.
    private static async Task<Guid?> Pass(IServiceProvider services, Guid id, EnquiryScript script, CancellationToken ct)
    {
        var (db, now) = (services.GetRequiredService<Db>(), Now(services));
        var enquiry = await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var code = script.Member ?? (await services.GetRequiredService<WhoseIsIt>().Of(enquiry, now.DateIn(services.GetRequiredService<Sites>().Current.Zone), ct)).Members.FirstOrDefault(m => m.To is not null)?.Code;
        return code is null ? null : (await services.GetRequiredService<PassToMember>().Run(id, code, script.Note, Team, now, ct)).Id;
    }

    private static async Task Settle(IServiceProvider services, Guid id, Guid? handover, EnquiryScript script, CancellationToken ct)
    {
        var how = script.Then switch { "member-answers" => Settling.Answer, "takes-on" => Settling.Accept, "hands-back" => Settling.HandBack, "already" => Settling.AlreadyDealing, _ => Settling.None };
        if (handover is not { } with || how == Settling.None) await services.GetRequiredService<AnswerEnquiry>().Run(id, script.Answer, asksBack: false, Team, Now(services), ct);
        else
        {
            var to = await services.GetRequiredService<Db>().Set<Handover>().AsNoTracking().SingleAsync(h => h.Id == with, ct);
            await services.GetRequiredService<SettleHandover>().Run(with, new(how, script.Answer), new(to.Person, to.Name), Now(services), ct);
        }
    }

    private static DateTimeOffset Now(IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow();
}
