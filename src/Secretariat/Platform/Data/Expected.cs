namespace Secretariat.Platform.Data;

public static class Expected
{
    /// <summary>Saves the record only if it is still as the form saw it; otherwise the save says that somebody else was first.</summary>
    public static void Expect(this Db db, Record record, int version) => db.Entry(record).Property(r => r.Version).OriginalValue = version;
}
