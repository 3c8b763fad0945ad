using System.Text.Json;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Contracts;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Planning.Api;

public class OutcomesApiTests
{
    [Fact]
    public async Task The_outcomes_have_the_promised_shape()
    {
        await using var network = await ThePlan.Begin(new Evidence("bulletins-sent", new(2018, 10, 18), "Bulletin 1", "/desk/bulletins/one"));
        var (token, secret) = ApiToken.Make("a dashboard", Role.Staff, TheNetwork.Start);
        await network.Has(token);
        var client = network.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        var json = JsonDocument.Parse(await client.GetStringAsync("/api/v1/plan/outcomes")).RootElement;
        var row = json.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "S.1");
        row.GetProperty("pillar").GetString().ShouldBe("S");
        row.GetProperty("measure").GetProperty("kind").GetString().ShouldBe("exactly");
        row.GetProperty("measure").GetProperty("count").GetInt32().ShouldBe(10);
        row.GetProperty("cadence").GetProperty("every").GetString().ShouldBe("month");
        row.GetProperty("cadence").GetProperty("except").EnumerateArray().Select(m => m.GetInt32()).ShouldBe([1, 7]);
        row.GetProperty("delivered").GetInt32().ShouldBe(1);
        row.GetProperty("planned").EnumerateArray().Select(p => p.GetProperty("state").GetString()).Take(4).ShouldBe(["done", "late", "due", "planned"]);
        row.GetProperty("evidence")[0].GetProperty("date").GetString().ShouldBe("2018-10-18");
        row.GetProperty("evidence")[0].GetProperty("href").GetString().ShouldBe("/desk/bulletins/one");
        json.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "K").GetProperty("pillar").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
