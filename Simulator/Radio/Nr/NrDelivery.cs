using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>The exact distribution of the latency of one packet of one block, alone in its cell, that comes at any time: no sampling, so that a failure in a hundred thousand is no rarer than any other number.</summary>
/// <remarks>
/// <para>How: everything that follows the first opportunity is determined by it and by how many transmissions the block takes. Opportunities repeat after a hyperperiod. So the distribution is a sum over opportunities of a
/// hyperperiod, over scheduling requests that are missed, and over numbers of transmissions, each with the share of arrival times that lead to that opportunity and are early enough. Shares of arrival times are lengths of
/// intervals: the integral over the phase is exact. How often a block takes so many transmissions is <see cref="NrReliability.Failures"/>, where the fading is integrated numerically.</para>
/// <para>Validated by the suite <c>nr-urllc</c> against the simulator itself at error rates that it can resolve.</para>
/// </remarks>
/// <param name="timing">Of the exchange.</param>
/// <param name="failures">Probability that the block has not arrived after 1, 2, … transmissions [1].</param>
public sealed class NrDelivery(NrTiming timing, IReadOnlyList<double> failures)
{
    /// <summary>Scheduling requests that are missed in a row at most: what is beyond is lost [1].</summary>
    private const int GreatestMissed = 8;

    /// <summary>Probability that a packet of the downlink arrives within a time [1].</summary>
    public double Downlink(Duration limit) =>
        Within(limit, Opportunities(isUp: false, Duration.Zero, timing.DataSymbols), timing.Prepare, DownlinkArrivals);

    /// <summary>Probability that a packet of the uplink arrives within a time, on a configured grant [1].</summary>
    /// <param name="period">From one opportunity of the grant to the next; zero for every one of the frame.</param>
    /// <param name="limit">The time.</param>
    public double Configured(Duration period, Duration limit) =>
        Within(limit, Opportunities(isUp: true, period, timing.DataSymbols), timing.Prepare, ConfiguredArrivals);

    /// <summary>Probability that a packet of the uplink arrives within a time, asking for a grant [1].</summary>
    /// <param name="period">From one opportunity for a scheduling request to the next; zero for every one of the frame.</param>
    /// <param name="requestError">Probability that a scheduling request is missed [1].</param>
    /// <param name="limit">The time.</param>
    public double Dynamic(Duration period, double requestError, Duration limit)
    {
        var requests = Opportunities(isUp: true, period, NrTiming.ControlSymbols);
        var (sum, share) = (0.0, 1 - requestError);
        for (var missed = 0; missed <= GreatestMissed && share > 0; missed++)
        {
            var later = missed;
            sum += share * Within(limit, requests, Duration.Zero, first => DynamicArrivals(requests.After(first, later)));
            share *= requestError;
        }

        return sum;
    }

    private double Within(Duration limit, Cycle cycle, Duration before, Func<SimTime, IEnumerable<SimTime>> arrivals)
    {
        var sum = 0.0;
        for (var i = 0; i < cycle.Times.Length; i++)
        {
            var opportunity = cycle.Times[i];
            var (latest, earliest) = (opportunity - before, cycle.Before(i) - before);
            var transmission = 0;
            foreach (var arrival in arrivals(opportunity))
            {
                // Packets of the interval that are not older than the limit when this transmission is decoded.
                var from = SimTime.Max(earliest, arrival - limit);
                if (from >= latest)
                {
                    break;
                }

                var survived = transmission == 0 ? 1 : failures[transmission - 1];
                sum += (survived - failures[transmission]) * ((latest - from) / cycle.Length);
                transmission++;
            }
        }

        return sum;
    }

    /// <summary>When each transmission of the downlink is decoded.</summary>
    private IEnumerable<SimTime> DownlinkArrivals(SimTime begin)
    {
        for (var i = 0; i < failures.Count; i++)
        {
            var decoded = begin + timing.Data + timing.Decode;
            yield return decoded;
            var feedback = timing.Frame.Next(isUp: true, decoded + timing.Prepare, NrTiming.ControlSymbols);
            begin = timing.Frame.Next(isUp: false, feedback + timing.Control + timing.Decode + timing.Prepare, timing.DataSymbols);
        }
    }

    private IEnumerable<SimTime> ConfiguredArrivals(SimTime begin)
    {
        for (var i = 0; i < failures.Count; i++)
        {
            var decoded = begin + timing.Data + timing.Decode;
            yield return decoded;
            begin = Granted(decoded + timing.Prepare);
        }
    }

    private IEnumerable<SimTime> DynamicArrivals(SimTime request) =>
        ConfiguredArrivals(Granted(request + timing.Control + timing.Decode + timing.Prepare));

    /// <summary>When the uplink begins that is granted from a time on.</summary>
    private SimTime Granted(SimTime ready)
    {
        var grant = timing.Frame.Next(isUp: false, ready, NrTiming.ControlSymbols);
        return timing.Frame.Next(isUp: true, grant + timing.Control + timing.Grant, timing.DataSymbols);
    }

    /// <summary>The opportunities of a hyperperiod of the frame and a period: the first of the frame from each multiple of the period on, all of them if that is zero.</summary>
    private Cycle Opportunities(bool isUp, Duration period, int symbols)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(period.Nanoseconds, nameof(period));
        var frame = timing.Frame.Period;
        if (period == Duration.Zero)
        {
            return new Cycle([.. timing.Frame.Starts(isUp, symbols).Select(start => SimTime.Start + start)], frame);
        }

        var length = new Duration(LeastCommonMultiple(frame.Nanoseconds, period.Nanoseconds));
        var times = new List<SimTime>();
        for (var at = SimTime.Start; at < SimTime.Start + length; at += period)
        {
            var next = timing.Frame.Next(isUp, at, symbols);
            if ((times.Count == 0 || next > times[^1]) && next < SimTime.Start + length)
            {
                times.Add(next);
            }
        }

        return new Cycle([.. times], length);
    }

    private static long LeastCommonMultiple(long a, long b)
    {
        var (x, y) = (a, b);
        while (y != 0)
        {
            (x, y) = (y, x % y);
        }

        return a / x * b;
    }

    /// <summary>Opportunities within a length after which they repeat.</summary>
    private sealed record Cycle(SimTime[] Times, Duration Length)
    {
        /// <summary>The opportunity before one of them.</summary>
        public SimTime Before(int index) => index > 0 ? Times[index - 1] : Times[^1] - Length;

        /// <summary>So many opportunities after one.</summary>
        public SimTime After(SimTime time, int count)
        {
            var index = Array.IndexOf(Times, time) + count;
            return Times[index % Times.Length] + Length * (long)(index / Times.Length);
        }
    }
}
