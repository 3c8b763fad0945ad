namespace Secretariat.Members.Finding;

/// <summary>
/// Answers "whose is this place?" from memory, offline: a postcode or part of one, or the name of a council.
/// It never guesses: where parts of what was typed differ, it asks for the whole postcode.
/// </summary>
public sealed class Finder(PostcodeRules rules, Places places, IReadOnlyDictionary<string, string> memberNames)
{
    private const int Longest = 80;
    /// <summary>More names than this in one sentence would not be read.</summary>
    private const int MostNamed = 3;
    private const string Ask = "Type a whole postcode, such as SW1A 1AA, or the name of a council.";

    public Found Find(string? typed)
    {
        var query = (typed ?? "").Trim();
        if (query.Length == 0) return Found.Nothing("", Ask);
        if (query.Length > Longest) return Found.Nothing(query[..Longest] + "…", $"That is longer than any postcode or council’s name. {Ask}");
        return Postcode.TryRead(query, out var postcode) ? ByPostcode(query, postcode) : ByName(query);
    }

    private Found ByPostcode(string query, Postcode postcode)
    {
        var rule = rules.For(postcode);
        if (postcode.IsWhole)
            return rule is null ? Uncovered(query, postcode) : Answer(query, $"{postcode}", rule.Level, rule.Members, Because(postcode, rule));

        var level = rule?.Level ?? (postcode.IsOutcode ? Match.Outcode : Match.Sector);
        var across = Nations.Across(postcode.Outcode, rules);
        List<IReadOnlyList<string>> answers = [.. rules.Beneath(postcode)];
        if (rule is not null && !answers.Contains(rule.Members)) answers.Add(rule.Members);
        if (answers.Count == 0) return Uncovered(query, postcode);
        if (answers.Count == 1 && rule is not null && across is null)
            return Answer(query, $"{postcode}", level, rule.Members, $"{Cover(rule.Members, $"all of {postcode}")}.");

        var members = Named(answers.SelectMany(codes => codes).Distinct());
        var reach = across is null ? "" : $" It also reaches into {across}, where the network has no member.";
        var differ = answers.Count == 1 ? $"Only part of {postcode} is covered, by {Listed(members)}." : $"Parts of {postcode} differ: {Listed(members)}.";
        return new(query, $"{postcode}", level, Relation.Split, members, $"{differ}{reach} Type the whole postcode to know which it is.", []);
    }

    private string Because(Postcode postcode, PostcodeRules.Rule rule)
    {
        var part = rule.Level == Match.Sector ? $"{postcode.Outcode} {postcode.Inward[0]}" : postcode.Outcode;
        var cover = Cover(rule.Members, $"{postcode}");
        if (rule.Level == Match.Postcode) return $"{cover}.";
        if (Nations.Across(postcode.Outcode, rules) is { } nation)
            return $"{cover}, if it is on this side of the border: {postcode.Outcode} reaches into {nation}, where the network has no member.";
        var beneath = rules.Beneath(new(postcode.Outcode, part[postcode.Outcode.Length..].Trim()));
        return beneath.All(codes => codes == rule.Members) ? $"{cover}, like all of {part}." : $"{cover}, like the rest of {part}.";
    }

    private Found Uncovered(string query, Postcode postcode)
    {
        var nation = Nations.Of(postcode.Area);
        var why = nation is not null && !rules.Reach(postcode.Area) ? $"{postcode} is in {nation}, where the network has no member."
            : rules.Reach(postcode.Area) ? $"No member’s area includes {postcode}. Check it for a slip; it may also be newer than our list of postcodes, or lie across a border."
            : $"No member’s area includes a postcode that begins with {postcode.Area}. Check it for a slip.";
        return new(query, $"{postcode}", Match.None, Relation.Unknown, [], why, []);
    }

    private Found ByName(string query)
    {
        var (fits, sure) = places.Named(query);
        if (fits.Count == 0) return ByMember(query) ?? Found.Nothing(query, $"We know no postcode or council called “{query}”. {Ask}");
        if (!sure)
            return new(query, null, Match.District, Relation.Unknown, [],
                fits.Count == 1 ? $"We know no place called “{query}”. Is this what you mean?" : $"Several places are like “{query}”. Choose one, or type a postcode.",
                [.. fits.Select(place => place.Name)]);

        var place = fits[0];
        if (place.Relation != Relation.Split) return Answer(query, place.Name, Match.District, place.Throughout, $"{Cover(place.Throughout, $"all of {place.Name}")}.");
        return new(query, place.Name, Match.District, Relation.Split, Named(place.Anywhere), $"{Parts(place)} Type a whole postcode to know which it is.", []);
    }

    /// <summary>A member's own name is no place, but whoever types it wants its page.</summary>
    private Found? ByMember(string query)
    {
        var typed = new FoldedName(query);
        if (typed.Core.Count == 0) return null;
        string[] fits = [.. memberNames.Where(member => new FoldedName(member.Value).HasEveryWordOf(typed)).Select(member => member.Key)];
        return fits is [var code] ? new(query, null, Match.None, Relation.Unknown, Named(fits), $"{NameOf(code)} is a member. {Ask}", []) : null;
    }

    private string Parts(Place place)
    {
        if (place.Districts is [var only])
            return $"{place.Name} is split. Of its neighbourhoods about {Sentence.List([.. only.Members.Zip(only.Shares, (code, share) => $"{share * 100:0} % are in {NameOf(code)}")])}.";
        if (place.Anywhere.Count > MostNamed) return $"{place.Anywhere.Count} members cover parts of {place.Name}.";
        var elsewhere = Sentence.List([.. place.Anywhere.Except(place.Throughout).Select(code => $"{NameOf(code)} ({Where(place, code)})")]);
        return place.Throughout.Count == 0 ? $"Parts of {place.Name} differ: {elsewhere}." : $"{Cover(place.Throughout, $"all of {place.Name}")}; parts are covered by {elsewhere} too.";
    }

    private static string Where(Place place, string code)
    {
        List<string> names = [.. place.Districts.Where(part => part.Members.Contains(code)).Select(part => part.Name)];
        return names.Count <= MostNamed ? Sentence.List(names) : $"{names.Count} of its {place.Districts.Count} districts";
    }

    private Found Answer(string query, string place, Match match, IReadOnlyList<string> codes, string why) =>
        new(query, place, match, codes.Count == 1 ? Relation.Whole : Relation.Overlap, Named(codes), why, []);

    private string Cover(IReadOnlyList<string> codes, string what) => codes.Count == 1
        ? $"{NameOf(codes[0])} covers {what}"
        : $"{(codes.Count == 2 ? "Two" : $"{codes.Count}")} members cover {what}: {Listed(Named(codes))}";

    private FoundMember[] Named(IEnumerable<string> codes) => [.. codes.Select(code => new FoundMember(code, NameOf(code)))];

    public string NameOf(string code) => memberNames.GetValueOrDefault(code, code);

    private static string Listed(IReadOnlyList<FoundMember> members) => Sentence.List([.. members.Select(member => member.Name)]);
}
