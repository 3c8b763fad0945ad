using Secretariat.Platform.Web;

namespace Secretariat.Events.Conference.Public;

/// <summary>How many may ask for a place. From all together it is many: on the day that places are given out, everybody comes at once.</summary>
public sealed class PlaceLimits() : FormLimits(fromOne: 20, fromAll: 20_000);
