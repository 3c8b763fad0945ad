using System.Text.Json;
using CsCheck;
using Secretariat.Enquiries.Handovers;
using Secretariat.Enquiries.Inbox;
using Secretariat.Enquiries.Numbers;
using Secretariat.Platform.Access;
using Secretariat.Platform.Access.Tokens;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>What the plan, the figures and programs see of enquiries: never who asked.</summary>
public sealed class CountedEnquiries
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_enquiry_counts_with_how_long_it_took_and_spam_does_not()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        var spam = await network.Asked(TheInbox.Draft with { Subject = "Cheap engines" });
        await network.Asked(TheInbox.Draft with { Subject = "Still open" });
        network.Clock.StopAt(network.Now.AddDays(7));
        await network.Settles(handover, new(Settling.Answer, "On Saturdays."));
        await network.In(s => Closing.ByStaff(s.GetRequiredService<Db>(), spam.Id, EnquiryEnd.Spam, null, null, TheNetwork.Staff, network.Now, Ct));

        var proof = (await network.In(s => s.GetServices<IEvidence>().OfType<EnquiriesClosed>().Single().Between(new(2018, 10, 1), new(2019, 9, 30), Ct))).ShouldHaveSingleItem();
        var figures = await network.In(s => s.GetRequiredService<EnquiryNumbers>().Of(new(2018, 10, 1), new(2019, 9, 30), Ct));
        using var staff = await network.ClientAs(Role.Staff);
        var page = await staff.GetStringAsync("/desk/enquiries/numbers", Ct);

        (proof.Code, proof.Date, proof.Title).ShouldBe(("enquiries-closed", new DateOnly(2018, 12, 10), "High streets, from ZA3 · answered by Aldermouth after 5 working days"));
        (figures.Received, figures.Closed, figures.Days).ShouldBe((2, 1, 5));
        page.ShouldContain("1 closed");
        page.ShouldContain("Aldermouth Chamber: 1 handed over, 1 answered");
    }

    [Fact]
    public async Task Programs_read_what_became_of_enquiries_and_not_who_asked()
    {
        await using var network = await TheDiary.Begin();
        var handover = await network.HandedOver((await network.Asked()).Id);
        await network.Settles(handover, new(Settling.AlreadyDealing, null));
        var (token, secret) = ApiToken.Make("a dashboard", Role.Staff, network.Now);
        await network.Has(token);
        using var program = network.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);

        var text = await program.GetStringAsync("/api/v1/enquiries", Ct);
        var item = (await program.GetFromJsonAsync<JsonElement>("/api/v1/enquiries", Ct)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        item.GetProperty("state").GetString().ShouldBe("closed");
        item.GetProperty("closedAs").GetString().ShouldBe("answered-by-member");
        item.GetProperty("member").GetString().ShouldBe("ALD");
        item.GetProperty("area").GetString().ShouldBe("ZA3");
        foreach (var trace in new[] { "Byron", "engines", "ZA3 2AB", "quay" }) text.ShouldNotContain(trace);
    }

    [Fact]
    public void Half_of_the_answers_took_the_median_at_most_and_half_at_least() =>
        Gen.Int[0, 90].Array[1, 60].Sample(days =>
        {
            var median = EnquiryNumbers.Median(days)!.Value;
            days.Count(d => d <= median).ShouldBeGreaterThanOrEqualTo(days.Length / 2);
            days.Count(d => d >= median).ShouldBeGreaterThanOrEqualTo(days.Length / 2);
        });
}
