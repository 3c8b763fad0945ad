using Microsoft.EntityFrameworkCore;
using Secretariat.Enquiries.Letters;
using Secretariat.Members.Organisations;
using Secretariat.Platform;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Knowledge.Questions;

/// <summary>Tells whoever asked that somebody answered. The answer stands behind the link: a mailbox keeps what is taken out here.</summary>
public sealed class AnsweredLetter(Sites sites, Settings settings, QuestionTokens tokens) : ILetterComposer
{
    public const string ClassName = "practice-answered";
    private const string Name = "name", Key = "question", Link = "link";

    public string Class => ClassName;

    public static Dictionary<string, string> Merge(string name, Guid question) => new() { [Name] = name, [Key] = question.ToString() };

    public async Task<LetterTemplate> Write(Db db, LetterBatch batch, CancellationToken ct)
    {
        var answer = await db.Set<PracticeAnswer>().AsNoTracking().SingleAsync(a => a.Id == batch.About, ct);
        var question = await db.Set<PracticeQuestion>().AsNoTracking().SingleAsync(q => q.Id == answer.Question, ct);
        var member = answer.Member is { } id ? await db.Set<Organisation>().Where(o => o.Id == id).Select(o => o.ShortName).SingleAsync(ct) : sites.Current.Name;
        var letter = new EnquiryLetter($"{member} answered: {question.Subject}", "Dear {{name}},",
        [
            $"{answer.Name}, {member}, answered what you asked{(answer.Case is null ? "." : ", and points you to a case.")}",
            "When you have what you need, close the question on its page, so that nobody else is asked.",
        ], "The link is yours and needs no password.")
        {
            Button = "Read the answer",
            Link = $"{{{{{Link}}}}}",
            Holes = [Name, Link],
        };
        return letter.As(sites.Current, null);
    }

    public ValueTask Fill(LetterTo letter, IDictionary<string, string> holes, CancellationToken ct)
    {
        holes[Link] = new Uri(settings.Url, "/a/q/" + tokens.For(Guid.Parse(holes[Key]), letter.Person ?? Guid.Empty)).AbsoluteUri;
        return ValueTask.CompletedTask;
    }
}
