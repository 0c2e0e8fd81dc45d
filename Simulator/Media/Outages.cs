using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>When something is down: a fixed list of periods, or random alternation of up and down.</summary>
/// <remarks>
/// Times up and down are exponential, drawn by address, and the start is in the stationary state: it is down with probability
/// 1 − availability. Periods are made as far ahead as somebody looks, so an outage costs no wake-up.
/// </remarks>
public sealed class Outages
{
    private readonly Randomness? _random;
    private readonly Entity _entity;
    private readonly Purpose _purpose;
    private readonly double _meanUp;
    private readonly double _meanDown;
    private readonly Queue<(SimTime From, SimTime To)> _periods = new();
    private SimTime _known;
    private long _index;

    /// <param name="periods">Half-open periods [from, to) in order of time, without overlap.</param>
    /// <exception cref="ArgumentException">They are out of order or overlap.</exception>
    public Outages(IEnumerable<(SimTime From, SimTime To)> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        foreach (var period in periods)
        {
            if (period.To <= period.From || period.From < _known)
            {
                throw new ArgumentException($"The outage from {period.From} to {period.To} is empty or out of order.", nameof(periods));
            }

            _periods.Enqueue(period);
            _known = period.To;
        }

        _known = SimTime.End;
    }

    private Outages(Randomness random, Entity entity, Purpose purpose, double availability, Duration mean)
    {
        (_random, _entity, _purpose) = (random, entity, purpose);
        _meanDown = mean.TotalSeconds;
        _meanUp = _meanDown * availability / (1 - availability);
        var draw = random.Draw(entity, purpose, _index++);
        if (!draw.Bernoulli(availability))
        {
            AddDown(draw.Exponential(_meanDown));
        }
    }

    /// <summary>Random outages, or null for what is always up.</summary>
    /// <param name="random">The run's randomness.</param>
    /// <param name="entity">Whose outages they are.</param>
    /// <param name="medium">Name of what is down, so that several media of one entity fail independently.</param>
    /// <param name="availability">Share of time up [1], above 0 to 1.</param>
    /// <param name="mean">Mean length of an outage.</param>
    public static Outages? Random(Randomness random, Entity entity, string medium, double availability, Duration mean)
    {
        if (!(availability is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(availability), availability, "An availability lies in (0, 1].");
        }

        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mean.Nanoseconds, nameof(mean));
        return availability == 1 ? null : new Outages(random, entity, Purpose.Named(medium + " outage"), availability, mean);
    }

    /// <summary>Whether it is down at any time between two points, both included.</summary>
    /// <param name="from">Not before that of any earlier question: periods that ended before it are forgotten.</param>
    /// <param name="to">Not before <paramref name="from"/>.</param>
    public bool Hit(SimTime from, SimTime to)
    {
        while (_known <= to)
        {
            var draw = _random!.Draw(_entity, _purpose, _index++);
            _known = _known.PlusOrEnd(Duration.FromSeconds(draw.Exponential(_meanUp)));
            if (_known < SimTime.End)
            {
                AddDown(draw.Exponential(_meanDown));
            }
        }

        while (_periods.TryPeek(out var period) && period.To <= from)
        {
            _periods.Dequeue();
        }

        return _periods.TryPeek(out var next) && next.From <= to;
    }

    private void AddDown(double seconds)
    {
        var end = _known.PlusOrEnd(Duration.FromSeconds(seconds));
        if (end > _known)
        {
            _periods.Enqueue((_known, end));
        }

        _known = end;
    }
}
