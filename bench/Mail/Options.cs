using System.Globalization;

namespace Secretariat.Bench.Mail;

internal sealed record Options(string Folder)
{
    public int Letters { get; init; } = 10_000;
    public int Connections { get; init; } = 32;
    public int Rounds { get; init; } = 3;
    public bool Sign { get; init; } = true;

    /// <summary>Null: SQLite in the measurement's own folder.</summary>
    public string? Database { get; init; }

    public static Options Read(string[] args)
    {
        var options = new Options(args[0]);
        for (var i = 1; i < args.Length; i++)
            options = args[i] switch
            {
                "--unsigned" => options with { Sign = false },
                "--letters" => options with { Letters = Number(args[++i]) },
                "--connections" => options with { Connections = Number(args[++i]) },
                "--rounds" => options with { Rounds = Number(args[++i]) },
                "--database" => options with { Database = args[++i] },
                var other => throw new ArgumentException($"There is no option {other}."),
            };
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
