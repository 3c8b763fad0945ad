namespace Secretariat.Planning;

/// <summary>The evidence codes that plans count from, in words.</summary>
public static class CountedFrom
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["bulletins-sent"] = "bulletins really sent",
        ["newsletters-sent"] = "newsletters really sent",
        ["reports-issued"] = "reports issued",
        ["annual-report-published"] = "the annual report, when it is published",
        ["enquiries-closed"] = "enquiries closed",
        ["items-published"] = "items published",
        ["posts-published"] = "posts published",
        ["media-requests-closed"] = "media requests closed",
        ["responses-released"] = "responses released under a mandate",
        ["research-released"] = "research released under a mandate",
        ["cases-shared"] = "cases shared",
        ["contacts-kept"] = "contacts brought up to date",
        ["details-checked"] = "details checked by the people themselves",
        ["seats-filled"] = "seats filled",
        ["budget-lines"] = "budget lines",
        ["deals"] = "deals agreed with sponsors",
        ["benefits-delivered"] = "benefits delivered to sponsors, each shown by what delivered it",
        ["commitments-made"] = "commitments to the year",
        ["actuals-entered"] = "months with what was paid and received",
        ["plan-steps"] = "the last step of the plan’s own road",
    };

    private static readonly HashSet<string> Stocks = ["seats-filled", "contacts-kept", "details-checked", "budget-lines"];

    /// <summary>It counts what stands rather than what happens, so that carrying on its pace would say nothing.</summary>
    public static bool IsStock(string code) => Stocks.Contains(code);

    /// <summary>"meetings-held:board" becomes "meetings held (board)".</summary>
    public static string InWords(string code) =>
        Words.GetValueOrDefault(code) ?? (code.Split(':', 2) is [var what, var kind] ? $"{Spaced(what)} ({Spaced(kind)})" : Spaced(code));

    private static string Spaced(string code) => code.Replace('-', ' ');
}
