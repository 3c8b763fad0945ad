using System.Net;
using System.Runtime.CompilerServices;
using Secretariat.Tests.Given;

namespace Secretariat.Tests.Platform;

public sealed class Stopping
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_was_stopped_is_not_kept_in_memory()
    {
        var stopped = await Stopped();

        for (var i = 0; i < 20 && stopped.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100, Ct);
        }

        stopped.IsAlive.ShouldBeFalse("a timer or a watcher still holds it: each test would keep its whole program");
    }

    // In a method of its own, so that no variable of the test holds what should be gone.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Stopped()
    {
        await using var network = await TheNetwork.Begin();
        foreach (var page in new[] { "/", "/sign-in", "/contact" }) (await network.Client().GetAsync(page, Ct)).EnsureSuccessStatusCode();
        (await network.Client().Submit("/sign-in", null, ("Input.Email", "ada@x1.example"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return new WeakReference(network.Services);
    }
}
