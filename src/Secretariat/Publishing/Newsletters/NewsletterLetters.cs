using Secretariat.Platform;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Bulletins;
using Secretariat.Publishing.Unsubscribing;

namespace Secretariat.Publishing.Newsletters;

/// <summary>A newsletter's letters, written as a bulletin's are: once, from the very content that was approved. They bear a list of their own.</summary>
public sealed class NewsletterLetters(IServiceScopeFactory scopes, Sites sites, Settings settings, LeaveTokens tokens, TimeProvider clock) : BulletinLetters(scopes, sites, settings, tokens, clock)
{
    public override string Class => SignUp.List;
}
