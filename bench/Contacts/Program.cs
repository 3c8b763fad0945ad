using System.Globalization;
using Secretariat.Bench.Contacts;

// bench/search and bench/audience say how it is called.
var (folder, what) = (args[0], args[1]);
string? Text(string name) => Array.IndexOf(args, name) is > 0 and var at ? args[at + 1] : null;
int Whole(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
if (what == "search") await Searching.Run(folder, Text("--database"), Whole("--people", 1_000_000), Whole("--few", 10_000));
else await Choosing.Run(folder, Text("--database"), Whole("--people", 1_000_000), Whole("--rounds", 3));
