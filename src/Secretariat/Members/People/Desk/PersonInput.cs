using System.ComponentModel.DataAnnotations;

namespace Secretariat.Members.People.Desk;

/// <summary>What is typed about a person. Whether an address is one is the domain's to say.</summary>
public sealed class PersonInput
{
    [Required(ErrorMessage = "Type the person’s name."), StringLength(200, ErrorMessage = "A name has at most 200 letters.")]
    public string Name { get; set; } = "";

    [Required(ErrorMessage = "Type an e-mail address, such as name@example.org.")]
    public string Email { get; set; } = "";

    [StringLength(40, ErrorMessage = "A phone number has at most 40 digits and signs.")]
    public string? Phone { get; set; }

    /// <summary>What the form was made from: a save over somebody else’s change is refused.</summary>
    public int Version { get; set; }
}
