namespace Secretariat.Members.Finding;

/// <summary>
/// Which members cover which postcodes: sorted prefixes in one array, so that a rule and everything beneath it lie side by side.
/// The longest prefix wins: the whole postcode, then its sector, then its outcode.
/// </summary>
public sealed class PostcodeRules
{
    private readonly ulong[] prefixes;
    private readonly ushort[] answers;
    private readonly string[][] sets;

    private PostcodeRules(ulong[] prefixes, ushort[] answers, string[][] sets) =>
        (this.prefixes, this.answers, this.sets) = (prefixes, answers, sets);

    public static PostcodeRules None { get; } = new([], [], []);

    public int Count => prefixes.Length;

    public sealed record Rule(Match Level, IReadOnlyList<string> Members);

    /// <summary>Lines of <c>prefix,members</c>, the members' codes joined by <c>|</c>, under one line of headings.</summary>
    public static PostcodeRules Read(string csv)
    {
        var (prefixes, answers) = (new List<ulong>(), new List<ushort>());
        var (sets, known) = (new List<string[]>(), new Dictionary<string, ushort>());
        var number = 0;
        foreach (var line in csv.AsSpan().EnumerateLines())
        {
            if (++number == 1 || line.IsWhiteSpace()) continue;
            var comma = line.IndexOf(',');
            if (comma < 0) throw new BadRule(number, "there is no comma between the prefix and the members");
            if (!TryKey(line[..comma], out var key)) throw new BadRule(number, $"“{line[..comma]}” is not an outcode, sector or postcode");
            var members = line[(comma + 1)..].ToString();
            if (!known.TryGetValue(members, out var set))
            {
                string[] codes = [.. members.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
                if (codes.Length == 0) throw new BadRule(number, "no member is named");
                var same = sets.FindIndex(codes.SequenceEqual);
                if (same < 0) sets.Add(codes);
                known.Add(members, set = (ushort)(same < 0 ? sets.Count - 1 : same));
            }
            prefixes.Add(key);
            answers.Add(set);
        }
        var (sorted, beside) = (prefixes.ToArray(), answers.ToArray());
        Array.Sort(sorted, beside);
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] == sorted[i - 1]) throw new BadRule(prefixes.LastIndexOf(sorted[i]) + 2, "this prefix has a rule already");
        return new(sorted, beside, [.. sets]);
    }

    public IEnumerable<string> MemberCodes => sets.SelectMany(set => set).Distinct();

    /// <summary>The rule for exactly this postcode or part of one: its own, or the nearest above it.</summary>
    public Rule? For(Postcode postcode)
    {
        if (postcode.IsWhole && At(postcode.Outcode, postcode.Inward) is { } own) return new(Match.Postcode, own);
        if (!postcode.IsOutcode && At(postcode.Outcode, postcode.Inward[..1]) is { } sector) return new(Match.Sector, sector);
        return At(postcode.Outcode, "") is { } outcode ? new(Match.Outcode, outcode) : null;
    }

    /// <summary>Every different answer given somewhere beneath this part of a postcode.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Beneath(Postcode part)
    {
        var (from, to) = (Start(Key(part.Outcode, part.Inward)), Start(Key(part.Outcode, part.Inward.PadRight(3, '~'))));
        return [.. answers[from..to].Distinct().Select(answer => sets[answer])];
    }

    /// <summary>Whether any rule lies in this postcode area, the letters that a postcode begins with.</summary>
    public bool Reach(string area)
    {
        var from = Start(Key(area + "0", ""));
        return from < prefixes.Length && prefixes[from] < Key(area + ":", "");
    }

    private string[]? At(string outcode, string inward)
    {
        var at = Array.BinarySearch(prefixes, Key(outcode, inward));
        return at < 0 ? null : sets[answers[at]];
    }

    private int Start(ulong key)
    {
        var at = Array.BinarySearch(prefixes, key);
        return at < 0 ? ~at : at;
    }

    private static bool TryKey(ReadOnlySpan<char> prefix, out ulong key)
    {
        var space = prefix.IndexOf(' ');
        var outcode = space < 0 ? prefix : prefix[..space];
        var inward = space < 0 ? [] : prefix[(space + 1)..];
        var sound = outcode.Length is >= 2 and <= 4 && inward.Length is 0 or 1 or 3 && (space < 0) == (inward.Length == 0)
            && !outcode.ContainsAnyExcept(Letters) && !inward.ContainsAnyExcept(Letters);
        key = sound ? Key(outcode, inward) : 0;
        return sound;
    }

    /// <summary>Seven letters in one number: the outcode padded to four, the inward part to three. Padding sorts before every letter.</summary>
    private static ulong Key(ReadOnlySpan<char> outcode, ReadOnlySpan<char> inward)
    {
        ulong key = 0;
        for (var i = 0; i < 4; i++) key = key << 8 | (i < outcode.Length ? outcode[i] : ' ');
        for (var i = 0; i < 3; i++) key = key << 8 | (i < inward.Length ? inward[i] : ' ');
        return key;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

/// <summary>A line of the rules that cannot be read; the importer adds the file's name.</summary>
public sealed class BadRule(int line, string why) : Exception(why)
{
    public int Line { get; } = line;
}
