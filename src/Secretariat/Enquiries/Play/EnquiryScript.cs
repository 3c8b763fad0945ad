using Secretariat.Enquiries.Inbox;
using Secretariat.Platform.Contracts;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Enquiries.Play;

/// <summary>One enquiry of the sample year, as its file tells it.</summary>
public sealed class EnquiryScript(YamlMappingNode map)
{
    /// <summary>What may become of one. "comes-back": the member lets it lie, and the team answers in the end. "open": the year ends with it.</summary>
    public static readonly string[] Thens = ["we-answer", "member-answers", "takes-on", "hands-back", "already", "comes-back", "not-for-us", "open", "left-with-member"];

    public int Line => map.Line();
    public DateOnly? Day => map.Date("day");
    public string Subject => map.Text("subject") ?? "";
    public string Then => map.Text("then") ?? "";
    public string? Answer => map.Text("answer");
    public string? Note => map.Text("note");

    /// <summary>Where the place has none that is sure.</summary>
    public string? Member => map.Text("member");

    /// <summary>What the team writes in the end, where the member did not answer, and how many days after it was asked.</summary>
    public string? Finally => map.Text("finally");

    public int FinallyDays => map.Whole("finally_days") ?? Days + 12;

    /// <summary>How many days later it is settled.</summary>
    public int Days => map.Whole("days") ?? 2;

    public bool Goes => Then is "member-answers" or "takes-on" or "hands-back" or "already" or "comes-back" or "left-with-member";

    public EnquiryChannel Channel => map.Text("by") switch { "call" => EnquiryChannel.Call, "mail" => EnquiryChannel.Mail, "letter" => EnquiryChannel.Letter, _ => EnquiryChannel.Form };

    public EnquiryDraft Draft => new(map.Text("name"), map.Text("email"), Subject, map.Text("words")) { Body = map.Text("from"), Phone = map.Text("phone"), Postcode = map.Text("postcode"), Theme = map.Text("theme"), Invented = true };
}
