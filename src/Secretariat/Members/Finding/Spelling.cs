namespace Secretariat.Members.Finding;

/// <summary>Whether two words differ by no more than a few slips of the keyboard (a letter added, lost or changed, two swapped).</summary>
public static class Spelling
{
    public static bool Within(int slips, string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > slips) return false;
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[other.Length] <= slips;
    }
}
