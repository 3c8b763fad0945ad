using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Access;
using Secretariat.Platform.Web;
using Secretariat.Tests.Architecture;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform.Web;

public sealed partial class PagesKeptSafe
{
    // A table whose first row stands for the addresses under a name.
    private static readonly (string Parameter, string Table, string Column)[] Samples =
    [
        ("people/id", "person", "Id"), ("members/id", "organisation", "Id"), ("members/code", "organisation", "Code"), ("organisations/id", "organisation", "Id"),
        ("items/id", "item", "Id"), ("bulletins/id", "edition", "Id"), ("deliveries/id", "batch", "Id"), ("mailbox/id", "mailbox_letter", "Id"), ("groupings/id", "grouping", "Id"),
        ("audit/id", "audit_entry", "RecordId"), ("audit/type", "audit_entry", "RecordType"), ("plan/code", "outcome", "Code"),
    ];

    [Fact]
    public async Task Every_answer_carries_the_safe_headers_and_no_page_needs_them_weaker()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var client = await network.ClientAs(Role.Admin);
        var (faults, pages) = (new List<string>(), 0);
        foreach (var call in (await Crawler.Calls(network.Services, await Real(network))).Where(c => c.Method == HttpMethod.Get))
        {
            using var answer = await client.Send(call);
            foreach (var (name, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin") })
                if (!answer.Headers.TryGetValues(name, out var found) || found.Single() != value) faults.Add($"{call.Url} lacks {name}: {value}.");
            var policy = answer.Headers.TryGetValues("Content-Security-Policy", out var policies) ? policies.Single() : "";
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            pages++;
            if (policy == SafeHeaders.Policy) faults.AddRange(Inline(await answer.Content.ReadAsStringAsync()).Select(i => $"{call.Url} has {i}: put it in a file of wwwroot."));
            // A letter in its frame has its styles inside, and may do nothing else.
            else if (!policy.Contains("default-src 'none'") || !policy.Contains("sandbox") || policy.Contains("script-src")) faults.Add($"{call.Url} has a policy of its own that is not a letter’s: “{policy}”.");
        }

        faults.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var client = await network.ClientAs(Role.Admin);
        var calls = await Crawler.Calls(network.Services, await Real(network));
        var before = await Rows(network);
        foreach (var call in calls.Where(c => c.Method == HttpMethod.Get)) (await client.Send(call)).Dispose();

        (await Rows(network)).ShouldBe(before);
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick='x()'>")]
    [InlineData("<a href=\"javascript:x()\">")]
    public void The_check_for_inline_parts_sees_them(string html) => Inline($"<html>{html}</html>").ShouldNotBeEmpty();

    [Fact]
    public async Task What_is_made_for_one_person_is_kept_in_no_cache()
    {
        await using var network = await TheNetwork.Begin("testpacks/three");
        using var client = await network.ClientAs(Role.Staff);

        foreach (var page in new[] { "/desk", "/desk/audit", "/" })
            (await client.GetAsync(page)).Headers.CacheControl!.NoStore.ShouldBeTrue(page);
        (await network.Client().GetAsync("/")).Headers.CacheControl?.NoStore.ShouldNotBe(true);
    }

    [Fact]
    public async Task Cookies_are_for_the_server_only_and_for_https_where_the_site_is()
    {
        await using var network = await TheNetwork.Begin(settings: s => s with { Url = new Uri("https://network.example"), Demo = true });
        await network.PersonWho(Role.Staff);

        var cookies = (await network.Client().GetAsync("/demo/as/staff")).Headers.GetValues("Set-Cookie").ToList();

        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(c => c.Contains("httponly") && c.Contains("secure") && c.Contains("samesite"));
    }

    private static IEnumerable<string> Inline(string html) => InlineParts().Matches(html).Select(m => m.Value.Length > 60 ? m.Value[..60] : m.Value);

    [GeneratedRegex("""<style\b|<[a-z][^>]*\sstyle\s*=|<[a-z][^>]*\son[a-z]+\s*=|<script(?![^>]*\ssrc=)[^>]*>|(?:href|src|action)\s*=\s*["']?javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineParts();

    private static Task<Dictionary<string, string>> Real(TheNetwork network) => network.Db(async db =>
    {
        var (found, tables) = (new Dictionary<string, string>(), db.Model.GetEntityTypes().Select(e => e.GetTableName()).ToHashSet());
        foreach (var (parameter, table, column) in Samples.Where(s => tables.Contains(s.Table)))
#pragma warning disable EF1002 // Names from the list above.
            if (await db.Database.SqlQueryRaw<string>($"SELECT CAST(\"{column}\" AS text) AS \"Value\" FROM \"{table}\" ORDER BY 1 LIMIT 1").FirstOrDefaultAsync() is { } value) found[parameter] = value.ToLowerInvariant() is var lower && Guid.TryParse(lower, out _) ? lower : value;
#pragma warning restore EF1002
        return found;
    });

    private static Task<string> Rows(TheNetwork network) => network.Db(async db =>
    {
        var counts = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct().Order())
#pragma warning disable EF1002 // Names of the model.
            counts.Add($"{table} {await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync()}");
#pragma warning restore EF1002
        return string.Join('\n', counts);
    });
}
