using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Secretariat.Tests.Architecture;

/// <summary>The program's assembly as metadata: which type names which other types. Read once, in milliseconds.</summary>
public static class House
{
    /// <summary>From the ground up; a floor uses only earlier ones. Demo sees all that is registered with it.</summary>
    public static readonly string[] Floors =
        ["Platform", "Members", "Agreements", "Planning", "Funding", "Publishing", "Events", "Enquiries", "Knowledge", "Influence", "Reporting", "Demo"];

    public sealed record Use(string From, string To);

    public static readonly IReadOnlyList<string> Types;
    public static readonly IReadOnlyList<Use> Uses;

    static House()
    {
        using var file = File.OpenRead(typeof(Application).Assembly.Location);
        using var pe = new PEReader(file);
        var md = pe.GetMetadataReader();
        var types = new List<string>();
        var uses = new HashSet<Use>();
        foreach (var handle in md.TypeDefinitions)
        {
            var name = NameOf(md, handle);
            types.Add(name);
            foreach (var used in new References(md, pe).Of(handle))
                if (used != name) uses.Add(new Use(name, used));
        }
        Types = types;
        Uses = [.. uses];
    }

    /// <summary>The floor of a type, or null for the root (Program, Floors, Verbs, Commands), which sees all.</summary>
    public static string? FloorOf(string type)
    {
        // Compiled pages all sit in one namespace; their folder is in the type's name: Members_People_Desk_List.
        const string compiled = "AspNetCoreGeneratedDocument.";
        var path = type.StartsWith(compiled, StringComparison.Ordinal) ? type[compiled.Length..].Split('_')
            : type.StartsWith("Secretariat.", StringComparison.Ordinal) ? type["Secretariat.".Length..].Split('.') : [];
        return path.Length > 1 && Floors.Contains(path[0]) ? path[0] : null;
    }

    /// <summary>The outermost type's full name: closures and state machines belong to the type that holds them.</summary>
    internal static string NameOf(MetadataReader md, TypeDefinitionHandle handle)
    {
        var type = md.GetTypeDefinition(handle);
        while (type.IsNested) type = md.GetTypeDefinition(type.GetDeclaringType());
        return $"{md.GetString(type.Namespace)}.{md.GetString(type.Name)}";
    }
}
