using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Planning.Calendar;
using Secretariat.Platform.Contracts;
using Secretariat.Platform.Data;

namespace Secretariat.Planning.Pack;

/// <summary>Reads <c>bank-holidays.csv</c>.</summary>
public sealed class BankHolidayPack : IPackPart
{
    private const string File = "bank-holidays.csv";

    public int Order => 45;

    public async Task Load(PackFolder pack, Db db, PackReport report, CancellationToken ct)
    {
        if (!pack.Promises(File)) return;
        var known = await db.Set<BankHoliday>().ToDictionaryAsync(holiday => holiday.Date, ct);
        foreach (var row in pack.Csv(File, "date", "name"))
        {
            if (!DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                report.Fault(row.File, row.Line, $"“{row["date"]}” is no date; write it as 2017-12-25");
            else if (!known.TryGetValue(date, out var holiday))
            {
                known[date] = holiday = new BankHoliday { Date = date, Name = row["name"] };
                db.Add(holiday);
                report.Add("bank holidays");
            }
            else if (holiday.Name != row["name"])
                report.Differences.Add($"The bank holiday of {date:yyyy-MM-dd} is called “{holiday.Name}” here and “{row["name"]}” in the pack.");
        }
    }
}
