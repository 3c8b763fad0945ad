using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Agreements.Rounds;
using Secretariat.Platform.Access;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Web;

namespace Secretariat.Agreements.Statements.Desk;

/// <summary>A statement that somebody carries out by hand: its sealed file, the words to copy, and the receipt.</summary>
[Authorize(Rights.CanRunRounds), RequestSizeLimit(3L * FileStore.MaxBytes)]
public sealed class ShowReleaseModel(Db db, ReleaseStatement door, FileStore files, Sites sites, TimeProvider clock) : MandatePage(db, door, sites, clock)
{
    private readonly Db _db = db;
    private readonly ReleaseStatement _door = door;
    private readonly TimeProvider _clock = clock;
    private readonly TimeZoneInfo _zone = sites.Current.Zone;

    [BindProperty] public ReceiptInput Input { get; set; } = new();

    public sealed class ReceiptInput
    {
        [DataType(DataType.Date)] public DateOnly? On { get; set; }
        [StringLength(1000, ErrorMessage = "Keep it under 1,000 letters.")] public string? Receipt { get; set; }
        public IFormFile? File { get; set; }
        [StringLength(1000, ErrorMessage = "Keep it under 1,000 letters.")] public string? Why { get; set; }
    }

    public Release Release { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        Input.On = Today;
        return Page();
    }

    /// <summary>The sealed file: each time it is asked for, it passes the gate.</summary>
    public Task<IActionResult> OnGetSealedAsync(Guid id, CancellationToken ct) => Given(id, r => r.SealedHash, "application/json", "json", ct);

    public Task<IActionResult> OnGetReadableAsync(Guid id, CancellationToken ct) => Given(id, r => r.ReadableHash, "text/html", "html", ct);

    public async Task<IActionResult> OnGetReceiptAsync(Guid id, CancellationToken ct) =>
        await Look(id, ct) && Release.FileHash is { } hash && files.Open(hash) is { } content ? File(content, Release.FileType!, Release.FileName) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            if (Input.On is not { } on) throw new RuleBroken("Say on which day it was handed in.", "On");
            var upload = Input.File is { Length: > 0 } file ? await FileStore.Read(file, nameof(Input.File), ct) : ((byte[] Content, FileKind Kind)?)null;
            var kept = upload is { } read ? new EvidenceFile(await files.Keep(read.Content, ct), "receipt" + read.Kind.Extension, read.Kind.Type) : null;
            Release.HandIn(on, Input.Receipt, kept, Release.At.DateIn(_zone), Today);
            await _db.Save(User.Actor(), "Give the receipt of a release", ct);
        })) return Page();
        this.Say("The receipt is kept with it.");
        return Redirect($"/desk/releases/{id}");
    }

    public async Task<IActionResult> OnPostNothingAsync(Guid id, CancellationToken ct)
    {
        if (!await Look(id, ct)) return NotFound();
        if (!ModelState.IsValid || !await this.Try(async () =>
        {
            Release.ComeToNothing(Input.Why);
            await _db.Save(User.Actor(), "Say that a release came to nothing", ct);
        })) return Page();
        return Redirect($"/desk/releases/{id}");
    }

    private async Task<IActionResult> Given(Guid id, Func<Release, string?> which, string type, string extension, CancellationToken ct)
    {
        if (!await Look(id, ct) || which(Release) is not { } hash || files.Open(hash) is not { } content) return NotFound();
        try
        {
            // What a dissenter said later stands in no file that was made before.
            if (Release.CameToNothing is { } nothing) throw new RuleBroken($"It was said of this that it was not handed in: {nothing.TrimEnd('.')}. Its file is given out no more; take the statement out again, with what stands under it today.");
            await _door.Run(await _door.Of(Mandate, ct), Mandate.Id, "sealed file", id, User.Actor(), ct);
        }
        catch (RuleBroken no)
        {
            await content.DisposeAsync();
            ModelState.AddModelError("", no.Message);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        return File(content, type, $"statement-{Release.Id:N}.{extension}");
    }

    private async Task<bool> Look(Guid id, CancellationToken ct)
    {
        if (await _db.Set<Release>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { IsByHand: true } release) return false;
        Release = release;
        return await Load(release.Mandate, ct);
    }

    public string AsPlain => Text is { } text ? SealedFile.Plain(text) : "";

    public string AsHtml => Text is { } text ? SealedFile.Fragment(text) : "";
}
