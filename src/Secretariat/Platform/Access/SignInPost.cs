using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Deliveries;

namespace Secretariat.Platform.Access;

/// <summary>
/// Puts the letters that were asked for into the ledger, beside the request that asked: an answer that waited for it would
/// tell a known address from an unknown one.
/// </summary>
public sealed class SignInPost(IServiceScopeFactory scopes, TimeProvider clock, Settings settings, ILogger<SignInPost> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _asked = new(0, 1);

    /// <summary>Somebody asked just now.</summary>
    public void Poke()
    {
        try
        {
            _asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // It will look anyway.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Workers && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PostWaiting(stoppingToken);
                // A request of another process, or of before a restart, is found by the next look.
                await _asked.WaitAsync(Look, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "A sign-in letter could not be queued; the next look tries again");
                await Task.Delay(Look, TimeProvider.System, stoppingToken);
            }
        }
    }

    public async Task PostWaiting(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var people = scope.ServiceProvider.GetRequiredService<IWhoIs>();
        var since = TimeProvider.System.GetUtcNow() - SignInRequest.Life;
        var waiting = await db.Set<SignInRequest>().AsNoTracking().Where(r => r.AskedAt > since && r.PostedAt == null && r.Person != null)
            .OrderBy(r => r.AskedAt).Select(r => new { r.Id, Person = r.Person!.Value }).ToListAsync(ct);
        foreach (var request in waiting)
            if (await people.ById(request.Person, ct) is { } person) await Post(db, request.Id, person, ct);
    }

    private Task Post(Db db, Guid request, KnownPerson person, CancellationToken ct) => db.Write(async () =>
    {
        // Two processes may see the same request; the condition lets one of them write the letter.
        if (await db.Set<SignInRequest>().Where(r => r.Id == request && r.PostedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.PostedAt, TimeProvider.System.GetUtcNow()), ct) != 1) return;
        await Letters.Post(db, clock, new OneLetter(SignInComposer.ClassName, "Sign-in letter", person.Email, person.Id)
        {
            Priority = Priority.Account,
            Merge = new Dictionary<string, string> { [SignInComposer.RequestHole] = request.ToString() },
        }, ct);
    }, ct);
}
