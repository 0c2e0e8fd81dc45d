using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Arrivals of a Poisson process whose rate follows the hours of the day. The run starts at midnight.</summary>
/// <remarks>
/// Lewis and Shedler, "Simulation of nonhomogeneous Poisson processes by thinning", Naval Research Logistics Quarterly 26, 1979: candidates
/// come at the greatest rate of the day, and each is kept in proportion to the rate of its hour. Takes two numbers a candidate, all from
/// the draw of the arrival, so that an arrival is a function of its address and of the arrival before.
/// </remarks>
public sealed class DiurnalArrivals
{
    private const int Hours = 24;
    private const long NanosecondsPerHour = 3_600_000_000_000;
    private readonly double[] _rates;
    private readonly double _greatest;

    /// <param name="rates">Expected arrivals in each hour of the day [1/h], 24 of them, not negative, not all zero.</param>
    /// <exception cref="ArgumentException">Not 24 rates, a negative one, or only zeros.</exception>
    public DiurnalArrivals(params ReadOnlySpan<double> rates)
    {
        if (rates.Length != Hours)
        {
            throw new ArgumentException($"A day has 24 rates, not {rates.Length}.", nameof(rates));
        }

        _rates = rates.ToArray();
        for (var hour = 0; hour < Hours; hour++)
        {
            _greatest = Math.Max(_greatest, Legal.NotNegative(rates[hour], $"rate of hour {hour}"));
        }

        if (_greatest == 0)
        {
            throw new ArgumentException("At least one rate must be positive.", nameof(rates));
        }
    }

    /// <summary>Expected arrivals of a day [1/d].</summary>
    public double PerDay => _rates.Sum();

    /// <summary>Rate at a time [1/h].</summary>
    public double RateAt(SimTime time) => _rates[(int)(time.Nanoseconds / NanosecondsPerHour % Hours)];

    /// <summary>The first arrival after a time; <see cref="SimTime.End"/> if it lies beyond.</summary>
    /// <param name="time">Now, or the arrival before.</param>
    /// <param name="draw">Luck of this arrival.</param>
    public SimTime Next(SimTime time, ref Draw draw)
    {
        do
        {
            var gap = draw.Exponential(NanosecondsPerHour / _greatest);
            if (!(gap < SimTime.End.Nanoseconds - time.Nanoseconds))
            {
                return SimTime.End;
            }

            time += new Duration((long)gap);
        } while (draw.Uniform() * _greatest >= RateAt(time));

        return time;
    }
}
