using System.ComponentModel.DataAnnotations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Agreements.Rounds;

/// <summary>What is filled in by whoever writes down an answer that was given elsewhere.</summary>
public sealed class LogInput : AnswerInput
{
    [Required(ErrorMessage = "Choose who said it.")] public Guid? Person { get; set; }
    [StringLength(Response.MaxWords)] public string? Evidence { get; set; }
    [StringLength(1000)] public string? EvidenceLink { get; set; }
    public IFormFile? File { get; set; }

    /// <summary>As the log keeps it, the file in the store.</summary>
    public async Task<Answering> Answering(AnswerWay way, Actor by, FileStore files, CancellationToken ct)
    {
        var upload = File is { Length: > 0 } file ? await FileStore.Read(file, nameof(File), ct) : ((byte[] Content, FileKind Kind)?)null;
        return new Answering(null, "", "", way)
        {
            EnteredBy = by,
            Evidence = Evidence,
            EvidenceLink = EvidenceLink,
            File = upload is { } read ? new EvidenceFile(await files.Keep(read.Content, ct), "evidence" + read.Kind.Extension, read.Kind.Type) : null,
        };
    }
}

/// <summary>For the form that staff and a grouping's Chair share.</summary>
/// <param name="CanWithdraw">There is an answer to withdraw.</param>
public sealed record LogFields(Round Round, LogInput Input, IReadOnlyList<Voice> Voices, bool CanWithdraw)
{
    public const string Legend = "What was answered";
}
