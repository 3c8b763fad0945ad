using Microsoft.Extensions.Logging.Abstractions;
using Secretariat.Planning.Paper;

namespace Secretariat.Tests.Planning.Paper;

/// <summary>Printing with a browser that does not do what it should.</summary>
public sealed class Printing
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_that_cannot_be_deleted_stops_neither_this_paper_nor_the_next()
    {
        if (OperatingSystem.IsWindows()) return;
        var folder = Directory.CreateTempSubdirectory("secretariat-test-");
        var browser = Path.Combine(folder.FullName, "browser");
        // It takes its folder away, so that there is nothing left to delete.
        await File.WriteAllTextAsync(browser, "#!/bin/sh\nfor a in \"$@\"; do case \"$a\" in --user-data-dir=*) rm -rf \"${a#--user-data-dir=}\";; esac; done\n", Ct);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var print = new PaperPdf(NullLogger<PaperPdf>.Instance, browser);

        (await print.Print("The plan", "<p>Words.</p>", Ct)).ShouldBeNull();
        (await print.Print("The plan", "<p>Words.</p>", Ct)).ShouldBeNull("and the next does not wait for ever");

        folder.Delete(recursive: true);
    }
}
