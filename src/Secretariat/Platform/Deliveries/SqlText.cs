using System.Globalization;
using Secretariat.Platform.Data;

namespace Secretariat.Platform.Deliveries;

/// <summary>How each database writes an id and a moment, for the few statements that are too hot for one row at a time.</summary>
internal static class SqlText
{
    public static string Id(Db db, Guid id) => db.IsPostgres ? id.ToString() : id.ToString().ToUpperInvariant();

    public static object Moment(Db db, DateTimeOffset at) => db.IsPostgres ? at.UtcDateTime.ToString("o", CultureInfo.InvariantCulture) : at.UtcTicks;

    public static object Parameter(Db db, DateTimeOffset at) => db.IsPostgres ? at.ToUniversalTime() : at.UtcTicks;

    public static string In(this IEnumerable<DeliveryState> states) => string.Join(',', states.Select(s => $"'{s}'"));

    public static string In(this IEnumerable<(DeliveryState From, DeliveryState To)> moves) => string.Join(',', moves.Select(m => $"('{m.From}','{m.To}')"));
}
