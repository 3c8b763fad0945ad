namespace Secretariat.Platform.Files;

/// <summary>
/// Files that only the program's own user may read: keys, and archives that hold them. They are made so, since a file that is
/// shut afterwards was open for a moment; a umask can only take away more.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>A new file; one that is there already is refused.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Owner;
        return new FileStream(path, options);
    }

    /// <summary>The folder, made when it is not there, for nobody else to look into.</summary>
    public static void Folder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>For a file that somebody else's code has made, inside such a folder.</summary>
    public static void Shut(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Owner);
    }
}
