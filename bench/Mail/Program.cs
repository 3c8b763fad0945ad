using System.Globalization;
using Secretariat.Bench.Mail;

// Prints the product, the peer and "ratio N.NN"; bench/mail says how it is called.
var options = Options.Read(args);
await using var sink = new Sink();
await using var product = await Product.Begin(options, sink.Port);
await product.Send(Math.Min(3_000, options.Letters)); // Warm, as a program that has served for a while is: compiled for speed.
var ours = new List<double>();
var peers = new List<double>();
for (var round = 1; round <= options.Rounds; round++)
{
    peers.Add(options.Letters / (await sink.Source(options.Letters, options.Connections)).TotalSeconds);
    var before = product.MemoryNow();
    var work = Environment.CpuUsage.TotalTime;
    ours.Add(options.Letters / (await product.Send(options.Letters)).TotalSeconds);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"round {round}: product {ours[^1]:0} letters/s, smtp-source {peers[^1]:0} letters/s; {(Environment.CpuUsage.TotalTime - work).TotalMilliseconds / options.Letters:0.00} ms of CPU a letter; memory {before} MB before, {product.MostMemory} MB at most, {product.MemoryNow()} MB after"));
}
Console.WriteLine($"{options.Letters} letters of {product.LetterBytes} bytes, each different, {options.Connections} connections, {(options.Sign ? "signed with RSA-2048" : "unsigned")}; {product.Durability}; published ReadyToRun; {Environment.ProcessorCount} cores");
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"product {Median(ours):0} letters/s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"smtp-source -d {Median(peers):0} letters/s"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {Median(ours) / Median(peers):0.00}"));

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
