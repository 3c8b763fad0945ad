using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Texts;
using Secretariat.Platform.Web;
using Secretariat.Publishing.Items;
using YamlDotNet.RepresentationModel;

namespace Secretariat.Publishing.Publications;

/// <summary>In the sample year a handful of files is published, some for everybody and some for members.</summary>
public sealed class PublicationsPlay(Sites sites) : IPlayPart
{
    private const string File = "year/publications.yaml";
    private static readonly Actor Team = new(null, "the sample year’s team");

    public int Order => 130;

    public Task<IReadOnlyList<PlayStep>> Steps(PackFolder pack, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var steps = new List<PlayStep>();
        foreach (var script in pack.Has(File) ? pack.Yaml(File)?.Maps("publications") ?? [] : [])
        {
            var file = $"year/files/{Path.GetFileName(script.Text("file") ?? "")}";
            if (script.Date("day") is not { } day || script.Text("title") is not { Length: > 0 } title || !pack.Has(file)) pack.Fault(File, script.Line(), "a publication needs a “title”, a “day” and a “file” that lies in year/files");
            else if (from <= day && day <= to) steps.Add(new(day.At(new TimeOnly(10, 30), sites.Current.Zone), $"Publish “{title}”", (s, stop) => Publish(s, script, title, day, pack.PathOf(file), stop)));
        }
        return Task.FromResult<IReadOnlyList<PlayStep>>(steps);
    }

    private static async Task Publish(IServiceProvider services, YamlMappingNode script, string title, DateOnly day, string path, CancellationToken ct)
    {
        var (db, now, slug) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), Slugs.From(title));
        if (await db.Set<Publication>().AnyAsync(p => p.Slug == slug, ct)) return;
        var content = await System.IO.File.ReadAllBytesAsync(path, ct);
        var kind = FileKind.Of(content, path) ?? throw new InvalidOperationException($"{Path.GetFileName(path)} is of no kind that is taken.");
        var codes = script.Texts("about").ToList();
        var draft = new PublicationDraft(title, script.Text("summary"), day, script.Text("theme"), script.Text("circulation") == "members" ? Circulation.Members : Circulation.Public)
        {
            About = await db.Set<Organisation>().Where(o => codes.Contains(o.Code)).Select(o => o.Id).ToListAsync(ct),
            AboutAll = script.Flag("about_all"),
            FiguresSource = script.Text("source"),
        };
        var publication = new Publication(slug, draft, new(await services.GetRequiredService<FileStore>().Keep(content, ct), Path.GetFileName(path), kind.Type, kind.Name, content.Length)) { Invented = true };
        db.Add(publication);
        await db.Save(Team, "Add publication", ct);
        await services.GetRequiredService<PutOutPublication>().Run(publication.Id, publication.Hash(), ItemKind.Information, null, Team, now, ct);
    }
}
