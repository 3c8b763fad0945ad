using Microsoft.Playwright;

namespace Secretariat.Browser;

/// <summary>What people come for, done with the mouse and the keyboard as they would.</summary>
public sealed class Journeys(DemoSite demo)
{
    [Fact]
    public async Task A_member_of_staff_writes_a_bulletin_sends_it_to_everybody_reads_a_letter_and_sees_it_counted()
    {
        var page = await demo.Visit("staff");
        var before = await Delivered(page);

        await page.GotoAsync("/desk/bulletins/new");
        await page.GetByLabel("Subject").FillAsync("A growth hub for every valley");
        await Press(page, "Begin bulletin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write an item" }).ClickAsync();
        await page.GetByLabel("Heading").FillAsync("Forty firms, one front door");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("The growth hub has answered its **fortieth** firm in a month.");
        await page.GetByLabel("success", new() { Exact = false }).First.CheckAsync();
        await page.Locator("input[name='Input.About']").First.CheckAsync();
        await page.GetByLabel("Members only", new() { Exact = true }).CheckAsync();
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read it as a letter" }).ClickAsync();
        (await page.ContentAsync()).ShouldContain("A growth hub for every valley");

        await page.GotoAsync(page.Url.Replace("/preview", "/approve"));
        await page.Locator("fieldset input[type=radio]").First.CheckAsync();
        await Press(page, "Approve this text");
        await Press(page, "Send to");
        // The page follows the sending by itself.
        var state = page.Locator("#live .lead .state");
        for (var looks = 0; await state.InnerTextAsync() != "sent"; looks++)
        {
            looks.ShouldBeLessThan(100, await page.Locator("main").InnerTextAsync());
            await page.WaitForTimeoutAsync(200);
        }

        await page.GotoAsync("/desk/mailbox");
        await page.GetByRole(AriaRole.Link, new() { Name = "A growth hub for every valley" }).First.ClickAsync();
        (await Letter(page)).ShouldContain("Forty firms, one front door");
        (await Delivered(page)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_visitor_asks_staff_hand_it_over_and_a_member_answers_by_the_link_in_its_letter()
    {
        const string Subject = "A workshop for model railways";
        var visitor = await demo.Visit(null, 390);
        await visitor.GotoAsync("/contact");
        await visitor.GetByLabel("Your name").FillAsync("Ada Byron");
        await visitor.GetByLabel("Your e-mail address").FillAsync("ada.byron@elsewhere.example");
        await visitor.GetByLabel("What it is about").FillAsync(Subject);
        await visitor.GetByLabel("What you want to know").FillAsync("Who lets small workshops near the station?");
        await visitor.GetByLabel("Postcode or council").FillAsync("LE1 6TP");
        // Whoever is quicker than this is a machine.
        await visitor.WaitForTimeoutAsync(3100);
        await Press(visitor, "Send it to us");
        (await visitor.Locator("main").InnerTextAsync()).ShouldContain("number");

        var staff = await demo.Visit("staff");
        var (before, answered) = (await Newest(staff, "^An enquiry for you"), await Newest(staff, "answers your enquiry"));
        await staff.GotoAsync("/desk/enquiries");
        await staff.GetByRole(AriaRole.Link, new() { Name = Subject }).First.ClickAsync();
        await staff.GetByRole(AriaRole.Link, new() { NameRegex = new("^Hand over to ") }).First.ClickAsync();
        await Press(staff, "Hand over, and tell the enquirer");

        await OpenNewer(staff, "^An enquiry for you", before);
        var link = await staff.FrameLocator("iframe.letter").GetByRole(AriaRole.Link, new() { Name = "See the enquiry" }).GetAttributeAsync("href");

        // On a telephone, signed in nowhere.
        var member = await demo.Visit(null, 390);
        await member.GotoAsync(new Uri(link!).PathAndQuery);
        (await member.Locator("main").InnerTextAsync()).ShouldContain("Who lets small workshops");
        await member.GetByLabel("I answer now").CheckAsync();
        await member.GetByLabel("Your answer").FillAsync("Ask at the yard behind the station.");
        await Press(member, "Settle it");
        (await member.Locator("main").InnerTextAsync()).ShouldContain("Thank you.");

        await OpenNewer(staff, "answers your enquiry", answered);
        (await Letter(staff)).ShouldContain("the yard behind the station");
    }

    private static async Task<int> Delivered(IPage page)
    {
        await page.GotoAsync("/desk/plan/A.iii");
        return int.Parse((await page.Locator(".big").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).ClickAsync();

    // A letter is sent after the press that wrote it: the mailbox is opened anew until a newer one of its kind is there.
    private static async Task OpenNewer(IPage page, string subject, string? than)
    {
        for (var tries = 0; tries < 60 && await Newest(page, subject) == than; tries++) await page.WaitForTimeoutAsync(500);
        await Letters(page, subject).First.ClickAsync();
    }

    private static async Task<string?> Newest(IPage page, string subject)
    {
        await page.GotoAsync("/desk/mailbox");
        return await Letters(page, subject).CountAsync() == 0 ? null : await Letters(page, subject).First.GetAttributeAsync("href");
    }

    private static ILocator Letters(IPage page, string subject) => page.GetByRole(AriaRole.Link, new() { NameRegex = new(subject) });

    // The letter stands in a frame of its own, which runs nothing.
    private static async Task<string> Letter(IPage page)
    {
        var frame = page.FrameLocator("iframe.letter");
        return await frame.Locator("body").InnerTextAsync();
    }
}
