using Secretariat.Platform.Data;

namespace Secretariat.Planning.Calendar;

/// <summary>A day on which nothing is promised.</summary>
public sealed class BankHoliday : Record
{
    public required DateOnly Date { get; init; }
    public required string Name { get; set; }
}
