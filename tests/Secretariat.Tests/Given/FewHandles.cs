using System.Runtime.CompilerServices;

namespace Secretariat.Tests.Given;

/// <summary>Hundreds of hosts in one process would use up the system's 128 file watchers; polling needs none.</summary>
internal static class FewHandles
{
    [ModuleInitializer]
    internal static void PollInsteadOfWatching() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
