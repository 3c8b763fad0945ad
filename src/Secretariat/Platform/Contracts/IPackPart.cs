using Secretariat.Platform.Data;

namespace Secretariat.Platform.Contracts;

/// <summary>A feature's part in loading a data pack. All parts run in one transaction; any fault undoes the whole.</summary>
public interface IPackPart
{
    /// <summary>Parts load in this order: organisations before people, people before seats, the plan after both.</summary>
    int Order { get; }

    Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct);
}

/// <summary>What an import did and found.</summary>
public sealed class PackReport
{
    public List<PackFault> Faults { get; } = [];

    /// <summary>Values that people changed since the pack was loaded: kept as they are and listed here.</summary>
    public List<string> Differences { get; } = [];

    public SortedDictionary<string, int> Added { get; } = new(StringComparer.Ordinal);

    public void Add(string what, int count = 1) => Added[what] = Added.GetValueOrDefault(what) + count;

    public void Fault(string file, int line, string reason) => Faults.Add(new(file, line, reason));
}

/// <param name="Line">1-based; 0 when the fault is the file itself.</param>
public sealed record PackFault(string File, int Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"{File}, line {Line}: {Reason}" : $"{File}: {Reason}";
}
