using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>The daily hours in which somebody is on duty; a run begins at midnight.</summary>
/// <param name="Begins">Time of day at which it begins, at least 0 and less than a day.</param>
/// <param name="Length">How long it lasts, above 0; a whole day or more for always.</param>
public readonly record struct Duty(Duration Begins, Duration Length)
{
    private static readonly Duration Day = 1.Days;

    /// <summary>The first point on duty at or after a point in time.</summary>
    public SimTime Next(SimTime now)
    {
        if (Length >= Day)
        {
            return now;
        }

        var sinceBegin = ((now.Nanoseconds - Begins.Nanoseconds) % Day.Nanoseconds + Day.Nanoseconds) % Day.Nanoseconds;
        return sinceBegin < Length.Nanoseconds ? now : now.PlusOrEnd(new Duration(Day.Nanoseconds - sinceBegin));
    }
}
