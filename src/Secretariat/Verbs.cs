using System.CommandLine;
using Secretariat.Demo;
using Secretariat.Commands;

namespace Secretariat;

/// <summary>The verbs of the command line. Each exits with 0 only when it did what it says.</summary>
public static class Verbs
{
    public static RootCommand Root()
    {
        var serve = ServeVerb.Command();
        var root = new RootCommand("Secretariat: the operations platform of a member-led network. Without a verb it serves.")
        {
            serve,
            DemoVerb.Command(),
            PlayVerb.Command(),
            MigrateVerb.Command(),
            ImportVerb.Command(),
            ExportVerb.Command(),
            TokenVerb.Command(),
            BackupVerbs.Backup(),
            BackupVerbs.Restore(),
            UserVerb.Command(),
            VerifyVerb.Command(),
            IndexVerb.Command(),
        };
        root.SetAction((parse, ct) => ServeVerb.Run(migrate: false, ct));
        return root;
    }
}
