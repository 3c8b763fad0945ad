using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Secretariat.Platform.Sweeps;

/// <summary>
/// The name by which a process claims a sweep: its number and start, the place where that number means something, and a word of
/// its own. From it another process of the same place can tell that the claimer is dead, and need not wait for its lease to end.
/// </summary>
internal static class Claimer
{
    private static readonly TimeSpan SameStart = TimeSpan.FromSeconds(5);

    public static string NameOf(Process process) => $"{process.Id}-{Start(process).ToUnixTimeMilliseconds()}-{Place()}-{Guid.NewGuid():N}";

    /// <summary>False also when it cannot be known: then the lease decides.</summary>
    public static bool IsDead(string name)
    {
        if (name.Split('-') is not [var id, var start, var place, _] || place != Place()
            || !int.TryParse(id, CultureInfo.InvariantCulture, out var process) || !long.TryParse(start, CultureInfo.InvariantCulture, out var began)) return false;
        try
        {
            using var found = Process.GetProcessById(process);
            // Process numbers come round again. A start is counted from the boot, so two processes may read it some milliseconds apart.
            return (Start(found) - DateTimeOffset.FromUnixTimeMilliseconds(began)).Duration() > SameStart;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It lives, and is not ours to look at.
            return false;
        }
    }

    private static DateTimeOffset Start(Process process) => new DateTimeOffset(process.StartTime).ToUniversalTime();

    // Two containers may share a host's name, but not its process space.
    private static string Place()
    {
        string? space = null;
        try
        {
            space = new FileInfo("/proc/self/ns/pid").LinkTarget;
        }
        catch (IOException)
        {
            // Not on Linux.
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {space}")).AsSpan(0, 6));
    }
}
