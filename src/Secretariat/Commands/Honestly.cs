using Secretariat.Platform;
using Secretariat.Platform.Data;

namespace Secretariat.Commands;

/// <summary>Turns what a person can mend into a sentence and exit code 1; only surprises show their stack.</summary>
public static class Honestly
{
    public static async Task<int> Run(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception fault) when (fault is RuleBroken or SettingsFault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
