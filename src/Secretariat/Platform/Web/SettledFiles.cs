using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Secretariat.Platform.Web;

/// <summary>
/// Files that came with the program and do not change while it runs. Watching them for the versions in their addresses costs
/// one of the system's few handles, and a watcher that outlives the program it was made for.
/// </summary>
public sealed class SettledFiles(IFileProvider files) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
