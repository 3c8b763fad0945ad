using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Statements;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Letters;

/// <summary>
/// What an enquirer is told, once for each step that matters to them: we have it, who has it now, a question back, the answer.
/// It is about a line of the enquiry and holds nothing itself, so that what is erased there is erased.
/// </summary>
public sealed class EnquirerLetter(Sites sites, Settings settings, ReplyAddress replies) : ILetterComposer
{
    public const string ClassName = "enquiry";

    public string Class => ClassName;

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var line = await db.Set<EnquiryLine>().AsNoTracking().SingleAsync(l => l.Id == batch.About, ct);
        var enquiry = await db.Set<Enquiry>().AsNoTracking().SingleAsync(e => e.Id == line.Enquiry, ct);
        var member = line.Member is { } id ? await db.Set<Organisation>().AsNoTracking().SingleAsync(o => o.Id == id, ct) : null;
        var thanks = line.Kind == LineKind.Acknowledged ? await Thanks(db, ct) : "";
        return Said(enquiry, line, member, thanks).As(sites.Current, line.ReplyTo ?? replies.For(enquiry.Id), member is not null && line.Kind == LineKind.Answered ? $"{member.ShortName} through {sites.Current.Name}" : null);
    }

    // What was put to members since these words were chosen does not leave by them: then the letter begins as the program begins it.
    private async Task<string> Thanks(Db db, CancellationToken ct) =>
        (await TakeEnquiry.Settings(db, ct)).Thanks is { } words && PutToMembers.InPlain(words, await new PutToMembers(db).All(ct)) is null ? words : $"Thank you for asking {sites.Current.Name}.";

    private EnquiryLetter Said(Enquiry enquiry, EnquiryLine line, Organisation? member, string thanks)
    {
        var (site, number) = (sites.Current, $"Your enquiry has the number {enquiry.Reference}. Reply to this letter to add to it.");
        return line.Kind switch
        {
            // Nothing that was typed is repeated, not even a name: else our letters would carry anybody's words to anybody's address.
            LineKind.Acknowledged => new($"We have your enquiry {enquiry.Reference}", "Hello,",
                [.. thanks.Split("\n\n"), $"A person reads what you wrote, and you hear from us by {enquiry.Due.Long()}.", $"If it is for one of our {site.MemberMany}, we pass it on to them with your name and address, and tell you to whom.", line.Words],
                $"{number}\nYou did not ask us anything? Then somebody gave your address by mistake. You need do nothing."),
            LineKind.PassedOn => new($"Your enquiry {enquiry.Reference} is with {member!.Name}", Dear(enquiry),
                [$"We have passed your enquiry on to {member.Name}, who can answer it best. They have your name, how to reach you and what you asked, for this and for nothing else.", "They answer you directly, and you need not ask again.", Reach(member)], number),
            LineKind.AlreadyDealing => new($"{member!.Name} has your enquiry {enquiry.Reference} in hand", Dear(enquiry),
                [$"{member.Name} tells us that they are in touch with you about this already, so we leave it with them.", "If you have not heard from them, reply to this letter and we look after it.", Reach(member)], number),
            LineKind.AskedBack => new($"A question about your enquiry {enquiry.Reference}", Dear(enquiry), [.. line.Words.Split("\n\n")], $"{line.By}, {site.Name}\n{number}"),
            LineKind.Answered when member is not null => new($"{member.Name} answers your enquiry {enquiry.Reference}", Dear(enquiry),
                [$"{line.By} of {member.Name} writes:", .. line.Words.Split("\n\n")], $"These are the words of {member.Name}. Reply to this letter and it reaches them.\nThe number of your enquiry is {enquiry.Reference}."),
            LineKind.Answered => new($"Answer to your enquiry {enquiry.Reference}", Dear(enquiry), [.. line.Words.Split("\n\n")], $"{line.By}, {site.Name}\n{number}"),
            _ => throw new InvalidOperationException($"A line of the kind {line.Kind} is told to nobody."),
        };
    }

    private static string Dear(Enquiry enquiry) => $"Dear {enquiry.Name},";

    private string Reach(Organisation member) => $"{member.Name}{(member.Website is { } site ? $": {site}" : "")}\n{new Uri(settings.Url, $"/members/{member.Code}")}";
}
