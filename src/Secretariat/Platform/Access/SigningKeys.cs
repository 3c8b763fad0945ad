using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Secretariat.Platform.Files;

namespace Secretariat.Platform.Access;

/// <summary>The keys of cookies and codes in the data folder. Whoever can read them can sign in as anybody.</summary>
public sealed class SigningKeys(DirectoryInfo folder, ILoggerFactory log) : FileSystemXmlRepository(folder, log)
{
    public override void StoreElement(XElement element, string friendlyName)
    {
        PrivateFile.Folder(Directory.FullName);
        base.StoreElement(element, friendlyName);
        foreach (var key in Directory.EnumerateFiles("*.xml")) PrivateFile.Shut(key.FullName);
    }
}
