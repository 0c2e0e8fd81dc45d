using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A bus on which a master polls its stations in a fixed cycle, one after the other.</summary>
/// <remarks>
/// Modelled in closed form: the time of every poll follows from its number, so that empty polls cost nothing. The cycle lasts as long
/// as the master wants or as the stations need, whichever is longer; station i has its place after those before it. Left out: the
/// time that a poll without an answer takes from those after it. Probes see the polls that fetch something, not the empty ones.
/// Validated in <c>PolledBusTests</c> against worked cycles and the mean wait of half a cycle.
/// </remarks>
public sealed class PolledBus : Medium
{
    private readonly long[] _offsets;

    /// <param name="name">Name of the technology.</param>
    /// <param name="interval">Least length of the cycle, at least 1 ns.</param>
    /// <param name="slots">How long the poll of each station takes, in order.</param>
    public PolledBus(string name, Duration interval, IReadOnlyList<Duration> slots)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval.Nanoseconds, 1, nameof(interval));
        _offsets = new long[slots.Count];
        for (var i = 0; i < slots.Count; i++)
        {
            _offsets[i] = Needed.Nanoseconds;
            Needed += slots[i];
        }

        Cycle = Duration.Max(interval, Needed);
    }

    /// <summary>Time that the polls of all stations take.</summary>
    public Duration Needed { get; }

    /// <summary>From a poll of a station to the next.</summary>
    public Duration Cycle { get; }

    /// <summary>Number of the first poll of a station that begins at or after a time.</summary>
    /// <param name="station">The station.</param>
    /// <param name="time">The time.</param>
    /// <param name="lead">What comes before within its place in the cycle.</param>
    public long FirstPoll(int station, SimTime time, Duration lead = default)
    {
        var elapsed = time.Nanoseconds - _offsets[station] - lead.Nanoseconds;
        return elapsed <= 0 ? 0 : (elapsed + Cycle.Nanoseconds - 1) / Cycle.Nanoseconds;
    }

    /// <summary>When a poll of a station begins.</summary>
    /// <param name="station">The station.</param>
    /// <param name="poll">Number of the poll.</param>
    /// <param name="lead">What comes before within its place in the cycle.</param>
    public SimTime TimeOf(int station, long poll, Duration lead = default) =>
        new(_offsets[station] + poll * Cycle.Nanoseconds + lead.Nanoseconds);

    /// <summary>Refuses: nothing crosses the bus on a route; its sessions ask when they are polled.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Send(in Frame frame) =>
        throw new NotSupportedException($"'{Name}' carries what its own sessions are polled for; a route cannot cross it.");
}
