using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Members.Organisations;
using Secretariat.Members.Tiles;
using Secretariat.Platform.Clocks;
using Secretariat.Platform.Data;
using Secretariat.Platform.Packs;
using Secretariat.Platform.Web;

namespace Secretariat.Members.Groupings.Desk;

public sealed class BoardOnModel(Db db, Sites sites, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? On { get; set; }

    public DateOnly Today { get; private set; }
    public DateOnly Day { get; private set; }
    public string Typed => On ?? Day.Iso();
    public string? Fault { get; private set; }
    public IReadOnlyList<BoardSeat> Seats { get; private set; } = [];
    public TileMap Map { get; private set; } = null!;

    public string InWords
    {
        get
        {
            var vacant = Seats.Count(s => s.Holder is null);
            return Seats.Count == 0 ? "" : vacant == 0 ? $"All {Seats.Count} seats are filled." : $"{Seats.Count - vacant} of {Seats.Count} seats are filled.";
        }
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Day = Today = sites.Today(clock);
        if (!string.IsNullOrWhiteSpace(On))
        {
            if (PackText.ParseDay(On.Trim()) is { } asked) Day = asked;
            else Fault = $"“{On}” is not a day. Write it as 2017-12-01. Below is today.";
        }
        Seats = await Board.On(db, Day, ct);
        var spoken = Seats.SelectMany(s => s.Members.Select(m => (m.Id, Seat: s))).ToDictionary(m => m.Id, m => m.Seat);
        Map = new TileMap($"The Board on {Day.Plain()}", [.. (await db.Set<Organisation>().AsTiles().ToListAsync(ct)).Select(tile => Square(tile, spoken.GetValueOrDefault(tile.Id)))],
            new TileMeaning(TileLook.Filled, "Chair holds the seat"), new TileMeaning(TileLook.Plain, "spoken for"), new TileMeaning(TileLook.Dashed, "seat vacant, or in no grouping"));
    }

    private static Tile Square(MemberTile tile, BoardSeat? seat)
    {
        var look = seat?.Holder is null ? TileLook.Dashed : seat.Holder.ChairOf?.Id == tile.Id ? TileLook.Filled : TileLook.Plain;
        var note = seat is null ? "in no grouping" : seat.Holder is { } holder ? $"{seat.Number} {seat.Name}, {holder.Name}" : $"{seat.Number} {seat.Name}, seat vacant";
        return tile.At($"/desk/members/{tile.Code}", look, note) with { Corner = seat?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
