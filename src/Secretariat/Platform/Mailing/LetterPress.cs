using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;
using Secretariat.Platform.Web;

namespace Secretariat.Platform.Mailing;

/// <summary>Prints letters at the moment they are sent: the form once a batch, the holes and the signature for each.</summary>
internal sealed class LetterPress(IServiceScopeFactory scopes, IEnumerable<ILetterComposer> composers, MailSettings mail, ReturnPath returnPath, Sites sites, TimeProvider clock)
{
    private const int FormsKept = 64;
    private readonly ConcurrentDictionary<Guid, Lazy<Task<(LetterForm Form, ILetterComposer Composer)>>> _forms = new();

    public async Task<PrintedLetter> Print(Delivery delivery, LetterBuffer buffer, CancellationToken ct)
    {
        var (form, composer) = await FormOf(delivery.Batch);
        var holes = JsonSerializer.Deserialize<Dictionary<string, string>>(delivery.Merge) ?? [];
        try
        {
            await composer.Fill(new LetterTo(delivery.Id, delivery.Batch, delivery.Person, delivery.Address), holes, ct);
        }
        catch (RuleBroken no)
        {
            throw new LetterFault(no.Message, whole: false, no);
        }
        return Write(delivery, form, holes, buffer);
    }

    private PrintedLetter Write(Delivery delivery, LetterForm form, Dictionary<string, string> holes, LetterBuffer buffer)
    {
        var template = form.Template;
        var subject = LetterHeaders.Safe(form.Fill(template.Subject, holes));
        var headers = new LetterHeaders();
        headers.AddDate(clock.GetUtcNow());
        headers.Add("From", LetterHeaders.Address(template.FromName ?? sites.Current.Name, mail.From));
        headers.Add("To", delivery.AddressKey);
        if (template.ReplyTo is { } reply) headers.Add("Reply-To", reply);
        headers.AddText("Subject", subject);
        // From the row's id: a letter sent again by a person is recognised, and a mail server's log leads back here.
        headers.Add("Message-ID", $"<{delivery.Id:N}@{mail.FromDomain}>");
        if (template.List is { } list) headers.AddText("List-Id", $"<{list}.{mail.FromDomain}>");
        if (template.Unsubscribe is { } unsubscribe)
        {
            headers.Add("List-Unsubscribe", $"<{form.Fill(unsubscribe, holes)}>");
            headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        foreach (var (name, value) in template.Headers) headers.AddText(name, form.Fill(value, holes));
        headers.Add("MIME-Version", "1.0");
        headers.Add("Content-Type", $"multipart/alternative; boundary=\"{form.Boundary}\"");

        buffer.Clear();
        form.WriteBody(holes, buffer.Body);
        // The conversation adds the last line break with the final dot.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.Body.WrittenSpan, hash);
        foreach (var key in mail.Keys) DkimSignature.Write(key, headers, hash, buffer.Whole);
        headers.Write(buffer.Whole);
        buffer.Whole.Write("\r\n"u8);
        buffer.Whole.Write(buffer.Body.WrittenSpan[..^2]);
        return new PrintedLetter(returnPath.For(delivery.Id), delivery.AddressKey, subject, buffer.Whole.WrittenMemory);
    }

    private async Task<(LetterForm Form, ILetterComposer Composer)> FormOf(Guid batch)
    {
        if (_forms.Count > FormsKept) _forms.Clear();
        try
        {
            return await _forms.GetOrAdd(batch, id => new(() => Make(id))).Value;
        }
        catch (Exception fault)
        {
            _forms.TryRemove(batch, out _);
            throw fault is LetterFault ? fault : new LetterFault(fault.Message, whole: true, fault);
        }
    }

    private async Task<(LetterForm Form, ILetterComposer Composer)> Make(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var batch = await db.Set<Batch>().AsNoTracking().SingleAsync(b => b.Id == id);
        var composer = composers.FirstOrDefault(c => c.Class == batch.Class)
            ?? throw new LetterFault($"nothing here writes letters of the class “{batch.Class}”.", whole: true);
        return (new LetterForm(await composer.Write(db, batch.ForComposer, CancellationToken.None)), composer);
    }
}
