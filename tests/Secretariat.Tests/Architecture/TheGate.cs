using System.Reflection;
using Secretariat.Agreements.Statements;
using Secretariat.Platform.Contracts;
using Secretariat.Publishing.Bulletins;

namespace Secretariat.Tests.Architecture;

/// <summary>One door, one place: what members want or think leaves as a released text or not at all.</summary>
public sealed class TheGate
{
    private const string Rounds = "Secretariat.Agreements.Rounds.", Statements = "Secretariat.Agreements.Statements.", Bulletins = "Secretariat.Publishing.Bulletins.", Planning = "Secretariat.Planning.";

    [Fact]
    public void Only_a_statement_that_asks_its_mandate_makes_a_released_text()
    {
        Users($"{Statements}ReleasedText::.ctor").ShouldBe([$"{Statements}ReleasedText"]);
        Users($"{Statements}ReleasedText::Under").ShouldBe([$"{Statements}Statement"]);
        Users($"{Statements}Statement::Release").ShouldBe([$"{Statements}ReleaseStatement"]);
        typeof(ReleasedText).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).ShouldAllBe(c => c.IsPrivate);
        typeof(ReleasedText).GetMethod("<Clone>$").ShouldBeNull("a record could be copied with other words");
        typeof(ReleasedText).GetProperties().ShouldAllBe(p => !p.CanWrite);
    }

    [Fact]
    public void A_letter_of_a_bulletin_is_made_from_what_passed_the_gate_and_from_nothing_else()
    {
        Users($"{Bulletins}PassedContent::.ctor").ShouldBe([$"{Bulletins}PassedContent"]);
        Users($"{Bulletins}PassedContent::Of").ShouldBe([$"{Bulletins}EditionGate"]);
        Users($"{Bulletins}PassedItem::.ctor").ShouldBe([$"{Bulletins}PassedItem"]);
        typeof(PassedContent).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).ShouldAllBe(c => c.IsPrivate);
        // The press gets them from the gate; the pages of the letter know neither items nor unpassed content.
        string[] unpassed = [$"{Bulletins}ContentItem", $"{Bulletins}EditionContent", "Secretariat.Publishing.Items.Item"];
        House.Uses.Where(u => u.From.StartsWith($"{Bulletins}Letter.", StringComparison.Ordinal) && u.From != $"{Bulletins}Letter.Sample" && unpassed.Contains(u.To) && u.To != $"{Bulletins}EditionContent")
            .Select(u => $"{u.From} uses {u.To}").ShouldBeEmpty();
    }

    [Fact]
    public void No_later_floor_reads_a_rounds_words_but_to_hold_its_own_against_them()
    {
        string[] words = [$"{Rounds}RoundVersion", $"{Rounds}RoundText", $"{Rounds}Round"];
        var later = House.Uses.Where(u => words.Contains(u.To) && House.FloorOf(u.From) is { } floor && Array.IndexOf(House.Floors, floor) > Array.IndexOf(House.Floors, "Agreements")).Select(u => u.From).Distinct().Order();

        // Planning writes the plan's paper into a round's draft and compares hashes; it has no letter, and nothing that it publishes is taken from a round.
        later.ShouldBe([
            "Secretariat.Funding.Income.CommitmentsNow",    // who confirmed, when and how much; none of the words
            $"{Planning}Paper.Desk.MembersPaperModel",      // says whether what went round is the paper as it stands
            $"{Planning}Paper.Papers",                      // makes the text of a draft from the plan
            $"{Planning}Paper.PlanOnItsRoad",               // says on the web that the plan changed after it went round
            $"{Planning}Road.Desk.DraftedRoundModel",       // shows that draft to staff before it is one
            $"{Planning}Road.Desk.Planning_Road_Desk_DraftedRound",
            $"{Planning}Road.Desk.Planning_Road_Desk_PlanRoadPage",
            $"{Planning}Road.Desk.PlanRoadPageModel",       // who answered, and who is missing
            $"{Planning}Road.RoadPlay",                     // answers in the sample year
            $"{Planning}Road.RoadReading",                  // when it opened and closes
            $"{Planning}Road.StepRound",                    // drafts it
            $"{Bulletins}ContentItem",                      // makes the statement of which the gate takes the hash
            $"{Bulletins}PassedItem",                       // shows a released text
            "Secretariat.Publishing.Items.Item",            // is made from a released text, and says what its words are
        ]);
    }

    [Fact]
    public void Whatever_writes_a_letter_is_known_here_with_the_reason_why_no_statement_leaves_by_it()
    {
        var writers = typeof(Application).Assembly.GetTypes().Where(t => typeof(ILetterComposer).IsAssignableFrom(t) && t is { IsInterface: false, IsAbstract: false }).Select(t => t.FullName!)
            .Concat(Users("Secretariat.Platform.Deliveries.LetterWords::.ctor")).Where(t => t != "Secretariat.Platform.Deliveries.LetterWords").Distinct().Order(StringComparer.Ordinal);

        writers.ShouldBe(new[]
        {
            "Secretariat.Agreements.Corrections.Letters.CorrectionGone", // shows the redline of a correction to who is asked, while they may object
            "Secretariat.Agreements.Corrections.Letters.CorrectionProposed", // puts that redline to the two Chairs whom the round named
            "Secretariat.Agreements.Corrections.Letters.ObjectionRecorded", // tells somebody what was objected in their name
            "Secretariat.Agreements.Dispositions.CommentsSettled",  // tells an author what became of their own comment
            "Secretariat.Agreements.Rounds.Letters.ParagraphRecorded", // tells somebody which paragraph stands under a text in their name
            "Secretariat.Agreements.Rounds.Letters.RoundAsked",     // asks members about the redline of a text; it goes to who is asked
            "Secretariat.Agreements.Rounds.Letters.RoundRecorded",  // tells somebody what was answered in their name
            "Secretariat.Enquiries.Handovers.HandoverLetter",       // asks a member to settle an enquiry; who asked and what stands behind its link
            "Secretariat.Enquiries.Letters.EnquirerLetter",         // tells an enquirer what became of it: our own words were held against members’ (AnswerEnquiry), a member’s are that member’s and say so
            "Secretariat.Events.Conference.Letters.PlaceLetter",    // that somebody waits for a place, or that one is kept for them
            "Secretariat.Events.Conference.Letters.TicketLetter",   // a ticket to who was named, and that it is theirs no more
            "Secretariat.Events.Letters.EventInvited",              // when and where people come together, and what it is about, to who is asked
            "Secretariat.Events.Letters.EventMaterials",            // what was handed out, to who was there and who was not
            "Secretariat.Events.Letters.EventMoved",                // the new time or place, to those who come
            "Secretariat.Events.Letters.EventOff",                  // that it does not take place, to who was asked
            "Secretariat.Events.Letters.ReplyRecorded",             // tells somebody what was answered in their name
            "Secretariat.Knowledge.Questions.AnsweredLetter",       // tells whoever asked that somebody of a member answered; the answer stands behind its link, for members
            "Secretariat.Members.Asks.AskComposer",                 // lists what is asked of somebody, and links to it
            "Secretariat.Platform.Access.SignInComposer",           // a link to sign in
            "Secretariat.Platform.Deliveries.NoticeComposer",       // sends words that one of those below gave it
            "Secretariat.Publishing.Bulletins.BulletinLetters",     // passes the gate
            "Secretariat.Publishing.Bulletins.SendTestLetter",      // passes the gate, to the secretariat's own people
            "Secretariat.Publishing.Newsletters.NewsletterLetters", // the same, for those who asked for the newsletter
            "Secretariat.Publishing.Newsletters.SubscribeLetter", // asks whether somebody wants the newsletter, and links to the answer
            "Secretariat.Publishing.Notices.NoticeLetter",           // fills a notice for whoever looks at it; tried out, it passes the same gate first
            "Secretariat.Publishing.Notices.NoticeLetters",          // sends what was held against the words put to members when it was sent
            "Secretariat.Publishing.Items.ChangeKind",              // tells the Board's Chairs of a heading, and no text
        }.Order(StringComparer.Ordinal));
        Users($"{Bulletins}EditionGate::Pass").Where(u => !u.Contains("AspNetCore")).Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            $"{Bulletins}BulletinLetters", $"{Bulletins}BulletinsPlay", $"{Bulletins}Desk.ApproveModel", $"{Bulletins}EditionGate", $"{Bulletins}FreezeEdition", $"{Bulletins}ScheduleEdition", $"{Bulletins}SendTestLetter",
            "Secretariat.Publishing.News.PutOnWebsite", "Secretariat.Publishing.Newsletters.NewslettersPlay",
        }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_goes_out_by_hand_is_made_from_a_released_text()
    {
        Users($"{Statements}SealedFile::.ctor").ShouldBe([$"{Statements}SealedFile", $"{Statements}TakeOutStatement"], ignoreOrder: true);
        typeof(Release).GetConstructors().ShouldHaveSingleItem().GetParameters()[0].ParameterType.ShouldBe(typeof(ReleasedText));
        typeof(SealedFile).GetConstructors().SelectMany(c => c.GetParameters()).ShouldContain(p => p.ParameterType == typeof(ReleasedText));
    }

    [Fact]
    public void No_address_of_the_api_lets_a_statement_out() =>
        AccessTable.Who.Keys.Where(r => r.Contains(" /api/v1/") && !r.StartsWith("GET ", StringComparison.Ordinal)).ShouldBeEmpty("the API only reads; whatever is to write there passes the gate first");

    private static IEnumerable<string> Users(string what) => House.Uses.Where(u => u.To == what).Select(u => u.From).Distinct();
}
