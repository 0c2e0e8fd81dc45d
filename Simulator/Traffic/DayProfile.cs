using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>How a rate follows the hours of the day: 24 weights, of which only the proportions matter.</summary>
/// <remarks>The run starts at midnight, or at the time of day that is given.</remarks>
public sealed class DayProfile
{
    private const double SecondsPerHour = 3600;
    private const double SecondsPerDay = 24 * SecondsPerHour;
    private readonly double[] _relative;

    /// <summary>Time of day at which the run starts, below 24 h.</summary>
    public Duration Starts { get; init; }

    /// <summary>Rate in the busiest hour, relative to the mean, from 1 to 24 [1].</summary>
    public double Peak => _relative.Max();

    /// <param name="weights">One weight for each hour of the day, not negative, not all zero [1].</param>
    /// <exception cref="ArgumentException">Not 24 weights, a negative one, or only zeros.</exception>
    public DayProfile(params ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight >= 0 ? weight : double.NaN;
        }

        if (weights.Length != 24 || !(sum > 0) || double.IsInfinity(sum))
        {
            throw new ArgumentException("A day has 24 weights, none negative and at least one positive.", nameof(weights));
        }

        _relative = new double[24];
        for (var hour = 0; hour < 24; hour++)
        {
            _relative[hour] = weights[hour] * 24 / sum;
        }
    }

    /// <summary>Rate in an hour of the day, relative to the mean [1].</summary>
    public double Relative(int hour) => _relative[hour];

    /// <summary>Mean rate between two points of a run, relative to the mean of a day [1].</summary>
    /// <param name="begin">From when on.</param>
    /// <param name="end">Until when, later.</param>
    public double MeanBetween(SimTime begin, SimTime end) =>
        end > begin
            ? (WeightedUntil(end) - WeightedUntil(begin)) / (end - begin).TotalSeconds
            : throw new ArgumentOutOfRangeException(nameof(end), end, $"The end lies behind the beginning at {begin}.");

    /// <summary>When an amount of weighted time has passed; a whole day weighs as much as it lasts.</summary>
    /// <param name="start">From when on.</param>
    /// <param name="weighted">Seconds, each counted with the relative rate of its hour, not negative [s].</param>
    /// <returns>That point, or <see cref="SimTime.End"/> if it lies beyond.</returns>
    public SimTime After(SimTime start, double weighted)
    {
        var days = Math.Floor(weighted / SecondsPerDay);
        var rest = weighted - days * SecondsPerDay;
        var now = start.TotalSeconds + Starts.TotalSeconds;
        var hour = (long)(now / SecondsPerHour);
        while (true)
        {
            var relative = _relative[hour % 24];
            var left = (hour + 1) * SecondsPerHour - now;
            if (rest <= left * relative && relative > 0)
            {
                var end = now + rest / relative + days * SecondsPerDay - Starts.TotalSeconds;
                return end < SimTime.End.TotalSeconds * 0.999 ? SimTime.Max(start, SimTime.Start + Duration.FromSeconds(end)) : SimTime.End;
            }

            rest -= left * relative;
            hour++;
            now = hour * SecondsPerHour;
        }
    }

    /// <summary>Seconds since midnight of the first day, each counted with the relative rate of its hour [s].</summary>
    private double WeightedUntil(SimTime time)
    {
        var seconds = time.TotalSeconds + Starts.TotalSeconds;
        var days = Math.Floor(seconds / SecondsPerDay);
        var rest = seconds - days * SecondsPerDay;
        var weighted = days * SecondsPerDay;
        for (var hour = 0; rest > 0; hour++, rest -= SecondsPerHour)
        {
            weighted += Math.Min(rest, SecondsPerHour) * _relative[hour];
        }

        return weighted;
    }
}
