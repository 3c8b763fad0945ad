using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Publishing.Items;

namespace Secretariat.Influence.Consultations;

/// <summary>For the fields that the desk's form and a member's share: the names in the page are those that the form sends.</summary>
public sealed record SubmissionFields(SubmissionInput Own);

/// <summary>What a member sent itself, as a form has it.</summary>
public sealed class SubmissionInput
{
    public const string Prefix = "Own";

    public Guid? Member { get; set; }
    [StringLength(Submission.MaxTitle)] public string? Title { get; set; }
    public DateOnly? SentOn { get; set; }
    [StringLength(Submission.MaxLink)] public string? Link { get; set; }
    public IFormFile? File { get; set; }
    [StringLength(Submission.MaxPermitted)] public string? Permitted { get; set; }
    public Circulation? Circulation { get; set; } = Publishing.Items.Circulation.Members;

    public static IReadOnlyList<SelectListItem> Circulations => [.. new[] { Publishing.Items.Circulation.Members, Publishing.Items.Circulation.NamedPeople }.Select(c => new SelectListItem(char.ToUpperInvariant(c.Seen()[0]) + c.Seen()[1..], c.ToString()))];

    public async Task<SubmissionDraft> Draft(FileStore files, CancellationToken ct)
    {
        var upload = File is { Length: > 0 } file ? await FileStore.Read(file, nameof(File), ct) : ((byte[] Content, FileKind Kind)?)null;
        return new(Title, SentOn, Link, Circulation) { Permitted = Permitted, File = upload is { } read ? new EvidenceFile(await files.Keep(read.Content, ct), FileStore.NameOf(File!, read.Kind, "submission"), read.Kind.Type) : null };
    }

    /// <summary>Does what a rule may refuse; its sentence goes beside the field of this form.</summary>
    public static async Task<bool> Try(ModelStateDictionary state, Func<Task> verb)
    {
        if (!state.IsValid) return false;
        try
        {
            await verb();
            return true;
        }
        catch (RuleBroken no)
        {
            state.AddModelError(no.Field.Length == 0 ? "" : $"{Prefix}.{no.Field}", no.Message);
            return false;
        }
    }
}
