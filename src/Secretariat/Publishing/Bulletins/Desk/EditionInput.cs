using System.ComponentModel.DataAnnotations;

namespace Secretariat.Publishing.Bulletins.Desk;

public sealed class EditionInput
{
    [StringLength(400)] public string? Subject { get; set; }
    [StringLength(10_000, ErrorMessage = "Keep the introduction shorter: a few sentences.")] public string? Intro { get; set; }

    /// <summary>As it was when the form was opened: two windows cannot both win.</summary>
    public int Version { get; set; }
}
