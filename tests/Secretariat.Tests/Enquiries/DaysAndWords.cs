using System.Net;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Tests.Agreements.Rounds;
using Secretariat.Tests.Events;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Enquiries;

/// <summary>What people who ask may count on, said by staff, kept by the program, and told on the privacy page.</summary>
public sealed class DaysAndWords
{
    private const string Page = "/desk/enquiries/settings";
    private const string Text = "Members want longer transport funding from this year on, for every harbour.";
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_staff_say_holds_for_the_next_enquiry_its_first_letter_and_the_privacy_page()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        (await network.Client().GetStringAsync("/privacy", Ct)).ShouldContain("erased 12 months after it is settled");

        (await Says(staff, 2, 3, 6, "The harbours thank you for asking.")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var enquiry = await network.Asked();
        enquiry.Due.ShouldBe(new DateOnly(2018, 12, 5));
        (await network.HandedOver(enquiry.Id)).Due.ShouldBe(new DateOnly(2018, 12, 6));
        var first = (await network.Letters()).Single(l => l.Subject.StartsWith("We have"));
        first.Source.ShouldContain("The harbours thank you for asking.");
        first.Source.ShouldContain("A person reads what you wrote");
        first.Source.ShouldNotContain("for asking Threewater");
        (await network.Client().GetStringAsync("/privacy", Ct)).ShouldContain("erased 6 months after it is settled");
        (await staff.GetStringAsync(Page, Ct)).ShouldContain("The harbours thank you for asking.");
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);

        (await (await Says(staff, 0, 5, 12, null)).Content.ReadAsStringAsync(Ct)).ShouldContain("within 1 to 60 working days");
        (await (await Says(staff, 5, 5, 0, null)).Content.ReadAsStringAsync(Ct)).ShouldContain("1 to 120 months");
        (await (await Says(staff, 5, 5, 12, new string('x', 501))).Content.ReadAsStringAsync(Ct)).ShouldContain("Keep it under 500 letters");
    }

    [Fact]
    public async Task Words_that_were_put_to_members_leave_in_no_first_letter_whenever_they_were_put()
    {
        await using var network = await TheDiary.Begin();
        using var staff = await network.ClientAs(Role.Staff);
        (await Says(staff, 5, 5, 12, Text)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await network.HasRound(new RoundDraft(RoundKind.AgreeText, "Do you agree?", "collective-agreement", RoundText.Written("Harbours", Text, []), Text, network.Now.AddDays(7)));

        await network.Asked();
        (await network.Letters()).Single(l => l.Subject.StartsWith("We have")).Source.ShouldNotContain("longer transport funding");
        (await (await Says(staff, 5, 5, 12, Text)).Content.ReadAsStringAsync(Ct)).ShouldContain("were put to members in the round");
    }

    private static Task<HttpResponseMessage> Says(HttpClient staff, int answer, int handover, int keep, string? thanks) =>
        staff.Submit(Page, null, ("Input.AnswerDays", $"{answer}"), ("Input.HandoverDays", $"{handover}"), ("Input.KeepMonths", $"{keep}"), ("Input.Thanks", thanks ?? ""));
}
