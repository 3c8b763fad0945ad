using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Publishing.Pages;

/// <summary>One page as a data pack writes it.</summary>
public sealed record PackPage(string Slug, PageWords Words, bool InFooter, bool Invented, string File, int Line)
{
    public static IReadOnlyList<PackPage> Read(PackFolder pack, string file, PackReport report)
    {
        var pages = new List<PackPage>();
        foreach (var map in pack.Yaml(file)?.Maps("pages") ?? [])
        {
            var slug = map.Text("slug") ?? "";
            try
            {
                if (pages.Any(p => p.Slug == slug)) report.Fault(file, map.Line(), $"the page “{slug}” is there twice");
                else pages.Add(new PackPage(slug, PageWords.Typed(map.Text("title"), map.Text("lead"), map.Text("text")), map.Flag("footer"), map.Flag("invented"), file, map.Line()));
            }
            catch (RuleBroken no)
            {
                report.Fault(file, map.Line(), no.Message);
            }
        }
        return pages;
    }
}
