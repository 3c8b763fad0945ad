namespace Secretariat.Platform.Deliveries;

/// <summary>What the ledger says to people when no server's words are to be had.</summary>
public static class Sentences
{
    public const string WorkerLost = "The program stopped between handing this letter over and hearing the answer. It may or may not have arrived; nothing sends it again unless you do.";
    public const string NoAnswer = "The mail server took this letter and the connection broke before it answered. It may or may not have arrived; nothing sends it again unless you do.";
    public const string LostBefore = "The connection broke before the mail server took this letter. It will be tried again.";
    public const string Cancelled = "Cancelled before it was sent.";

    public const string Erased = "Erased.";

    /// <summary>Other people's words on one line, without what no page shows and PostgreSQL does not take.</summary>
    public static string Clean(string words) =>
        string.Join(' ', new string([.. words.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string NotAnAddress(string typed) => $"“{typed}” is not an e-mail address: it should look like name@example.org. Correct it on the person’s page.";

    public static string GaveUp(int attempts, string last) => $"Given up after {attempts} tries. The last answer: {last}";

    public static string NotComposed(string reason) => $"This letter could not be written: {reason}";
}
