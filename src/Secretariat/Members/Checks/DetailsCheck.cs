using System.Linq.Expressions;
using Secretariat.Members.People;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mailing;

namespace Secretariat.Members.Checks;

public enum CheckWay { Link, SignedIn, Staff }

/// <param name="Words">What is wrong with positions, themes or what they receive.</param>
public sealed record Correction(string? Name, string? Email, string? Phone, string? Words);

/// <summary>
/// Somebody looked at their details. They were right, or this is what should change; staff take it over, since an address signs in
/// and a position answers for a member, and a letter may have been passed on.
/// </summary>
public sealed class DetailsCheck : Record, IHoldsPersonalData
{
    public const int MaxName = 200, MaxPhone = 40, MaxWords = 1000;

    private DetailsCheck() { }

    private DetailsCheck(Guid person, CheckWay way, string by, DateTimeOffset now) => (Person, Way, By, At) = (person, way, by, now);

    public static DetailsCheck Right(Guid person, CheckWay way, string by, DateTimeOffset now) => new(person, way, by, now) { SettledAt = now };

    public static DetailsCheck Wrong(Person person, Correction correction, CheckWay way, DateTimeOffset now)
    {
        var check = new DetailsCheck(person.Id, way, person.Name, now)
        {
            Name = Other(Line(correction.Name, MaxName, "Name"), person.Name),
            Phone = Other(Line(correction.Phone, MaxPhone, "Phone"), person.Phone),
            Words = Text(correction.Words),
        };
        if (Line(correction.Email, 254, "Email") is { } email && EmailAddress.Parse(email) is var address && address.Text != person.Email) check.Email = address.Text;
        if (check is { Name: null, Email: null, Phone: null, Words: null }) throw new RuleBroken("Nothing here differs from what we have. If all of it is right, press “All of this is right”.", "Words");
        return check;
    }

    public Guid Person { get; private set; }
    public DateTimeOffset At { get; private set; }
    public CheckWay Way { get; private set; }

    /// <summary>Who looked, by name: for what was said on the telephone, who wrote it down.</summary>
    public string By { get; private set; } = "";

    public string? Name { get; private set; }
    public string? Email { get; private set; }
    public string? Phone { get; private set; }
    public string? Words { get; private set; }

    /// <summary>When the details were right, or put right. Null while a correction waits.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Who of the staff settled it, and whether they took it over.</summary>
    public string? SettledBy { get; private set; }

    public bool TakenOver { get; private set; }

    public bool IsCorrection => Name is not null || Email is not null || Phone is not null || Words is not null;
    public bool IsOpen => SettledAt is null;

    /// <summary>The details were right, or were put right: what was set aside says nothing of them, and neither does what waits.</summary>
    public static readonly Expression<Func<DetailsCheck, bool>> Counts = c => c.SettledAt != null && (c.TakenOver || (c.Name == null && c.Email == null && c.Phone == null && c.Words == null));

    /// <summary>These, and what waits: somebody looked, and need not be asked again. What was set aside may have been anybody's.</summary>
    public static readonly Expression<Func<DetailsCheck, bool>> Stands = c => c.SettledAt == null || c.TakenOver || (c.Name == null && c.Email == null && c.Phone == null && c.Words == null);

    /// <summary>Puts into the record what was corrected.</summary>
    public void TakeOver(Person person, string by, DateTimeOffset now)
    {
        Settle(by, now);
        if (Name is not null) person.Rename(Name);
        if (Email is not null) person.ChangeEmail(Email);
        if (Phone is not null) person.Phone = Phone;
        TakenOver = true;
    }

    /// <summary>It is not so, and nothing changes.</summary>
    public void SetAside(string by, DateTimeOffset now) => Settle(by, now);

    private void Settle(string by, DateTimeOffset now)
    {
        if (!IsOpen) throw new RuleBroken("This was settled already.");
        (SettledBy, SettledAt) = (by, now);
    }

    private static string? Other(string? said, string? here) => said == here ? null : said;

    private static string? Line(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var said = text.Trim();
        if (said.Any(char.IsControl)) throw new RuleBroken("Write this on one line.", field);
        return said.Length <= most ? said : throw new RuleBroken($"Keep it under {most} letters.", field);
    }

    private static string? Text(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var said = text.ReplaceLineEndings("\n").Trim();
        if (said.Any(c => char.IsControl(c) && c != '\n')) throw new RuleBroken("There is a sign in it that is no letter. Type it again, or paste it as plain text.", "Words");
        return said.Length <= MaxWords ? said : throw new RuleBroken($"Keep it under {MaxWords:N0} letters.", "Words");
    }
}

public static class CheckWords
{
    public static string Words(this CheckWay way) => way switch
    {
        CheckWay.Link => "by the link in a letter",
        CheckWay.SignedIn => "signed in",
        _ => "taken down by staff",
    };
}
