using Microsoft.AspNetCore.Mvc;
using Secretariat.Knowledge.Alike;
using Secretariat.Knowledge.Cases;
using Secretariat.Platform.Access;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Publications.My;

namespace Secretariat.Knowledge.Questions.My;

/// <summary>Reading and answering a question signed in. Questions are between members.</summary>
public sealed class MyQuestionModel(Db db, AskTheme verb, FindAlike alike, SharedCases shared, OfMembers members, Sites sites, TimeProvider clock) : QuestionPage(db, verb, alike, shared, sites, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await May(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await May(id, ct)) return NotFound();
        return await Said(ct) ? Redirect($"/my/practice/questions/{id}") : Page();
    }

    private async Task<bool> May(Guid id, CancellationToken ct) => await members.Is(User.PersonId()!.Value, ct) && await Load(id, User.PersonId()!.Value, ct);
}
