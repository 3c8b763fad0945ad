using Secretariat.Platform.Contracts;

namespace Secretariat.Planning.Pack;

public static class PackPromises
{
    /// <summary>A network may begin without a plan; a pack that lists a file must have it.</summary>
    public static bool Promises(this PackFolder pack, string file) => pack.Has(file) || pack.Yaml("pack.yaml")?.Texts("files").Contains(file) == true;
}
