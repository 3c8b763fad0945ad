using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Enquiries.Inbox;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Web;

namespace Secretariat.Enquiries.Numbers.Desk;

/// <summary>The year's enquiries as figures: by member as a map, and as the table beside it.</summary>
public sealed class NumbersPageModel(EnquiryNumbers numbers, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    public EnquiryFigures Figures { get; private set; } = null!;
    public TileMap Map { get; private set; } = new("", []);
    public IReadOnlyList<MemberNumbers> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (site, today) = (sites.Current, sites.Today(clock));
        var start = new DateOnly(today.Year, site.YearStartMonth, site.YearStartDay);
        From ??= start <= today ? start : start.AddYears(-1);
        if (To is null || To < From) To = From > today ? From : today;
        Figures = await numbers.Of(From.Value, To.Value, ct);
        Rows = [.. Figures.Members.OrderByDescending(m => m.Handed)];
        Map = new TileMap($"Which {site.MemberOne} got how many enquiries", [.. Figures.Members.Select(Square)],
            new TileMeaning(TileLook.Filled, "got enquiries, and settled them or has them now"), new TileMeaning(TileLook.Ring, "one or more came back unsettled"), new TileMeaning(TileLook.Outlined, "got none"));
    }

    public static string Days(double? days) => days is { } d ? $"{d.ToString("0.#", CultureInfo.InvariantCulture)} working {(d == 1 ? "day" : "days")}" : "nothing answered";

    public int Ended(EnquiryEnd end) => Figures.Ends.GetValueOrDefault(end);

    private static Tile Square(MemberNumbers m)
    {
        var href = $"/desk/members/{m.Member.Code}";
        if (m.Handed == 0) return m.Member.At(href, TileLook.Outlined, "none");
        var tile = m.Member.At(href, m.CameBack > 0 ? TileLook.Ring : TileLook.Filled, $"{m.Handed} handed over, {m.Answered} answered{(m.CameBack > 0 ? $", {m.CameBack} came back unsettled" : "")}");
        return tile with { Corner = m.Handed.ToString(CultureInfo.InvariantCulture) };
    }
}
