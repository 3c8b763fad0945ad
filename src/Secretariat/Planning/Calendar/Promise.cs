namespace Secretariat.Planning.Calendar;

/// <summary>One outcome as the calendar sees it. What gathers people must not fall on another gathering's day.</summary>
public sealed record Promise(string Code, string Title, Measure Measure, Cadence Cadence, bool Gathers);

/// <summary>A promised date: the nth of its outcome. <paramref name="Why"/> says what moved it from where the rhythm would have put it.</summary>
public sealed record Slot(string Code, int Number, DateOnly Date, string? Why = null, bool Kept = false);

/// <summary>A sentence for staff about one outcome's dates; a flag is something that they should look at.</summary>
public sealed record Note(string Code, string Text, bool Flag = false);
