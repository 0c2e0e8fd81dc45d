using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A bus on which a master polls its stations in a fixed cycle, one after the other.</summary>
/// <remarks>
/// Modelled in closed form: the time of every poll follows from its number and from the last poll that took longer than it should, so that empty polls
/// cost nothing. The cycle lasts as long as the master wants or as the stations need, whichever is longer; station i has its place after those before it.
/// A poll that takes longer delays those after it in its cycle, and the next cycle only by what it has no time to spare for.
/// Probes see the polls that fetch something, not the empty ones.
/// Validated in <c>PolledBusTests</c> against worked cycles and the mean wait of half a cycle.
/// </remarks>
public sealed class PolledBus : Medium
{
    private readonly long[] _offsets;
    private readonly Duration _interval;
    private long _cycle;
    private SimTime _begun = SimTime.Start;
    private Duration _delay;
    private long _passed;

    /// <param name="name">Name of the technology.</param>
    /// <param name="interval">Least length of the cycle, at least 1 ns.</param>
    /// <param name="slots">How long the poll of each station takes, in order.</param>
    public PolledBus(string name, Duration interval, IReadOnlyList<Duration> slots)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentOutOfRangeException.ThrowIfLessThan(interval.Nanoseconds, 1, nameof(interval));
        _offsets = new long[slots.Count];
        _interval = interval;
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

    /// <summary>Number of the first poll of a station that begins at or after a time and has not passed.</summary>
    public long FirstPoll(int station, SimTime time)
    {
        var cycle = Math.Max(_cycle, (_passed - station + _offsets.Length - 1) / _offsets.Length);
        if (TimeOf(station, cycle) >= time)
        {
            return cycle;
        }

        cycle = Math.Max(cycle, _cycle + 1);
        var late = (time - TimeOf(station, cycle)).Nanoseconds;
        return late <= 0 ? cycle : cycle + (late + Cycle.Nanoseconds - 1) / Cycle.Nanoseconds;
    }

    /// <summary>When a poll of a station begins, unless one before it takes longer.</summary>
    /// <param name="station">From 0 [1].</param>
    /// <param name="poll">Not before the cycle in which a poll was told to have passed last [1].</param>
    public SimTime TimeOf(int station, long poll) =>
        poll == _cycle ? _begun + _delay + new Duration(_offsets[station]) : BeginOf(poll) + new Duration(_offsets[station]);

    /// <summary>Tells that a poll has passed, and by how much longer it took.</summary>
    /// <param name="station">From 0 [1].</param>
    /// <param name="poll">Its number [1].</param>
    /// <param name="longer">Than its slot.</param>
    public void Pass(int station, long poll, Duration longer)
    {
        if (poll > _cycle)
        {
            (_begun, _delay, _cycle) = (BeginOf(poll), Duration.Zero, poll);
        }

        _delay += longer;
        _passed = poll * _offsets.Length + station + 1;
    }

    /// <summary>When a later cycle begins.</summary>
    private SimTime BeginOf(long cycle) => _begun + Duration.Max(_interval, Needed + _delay) + Cycle * (cycle - _cycle - 1);

    /// <summary>Refuses: nothing crosses the bus on a route; its sessions ask when they are polled.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Send(in Frame frame) =>
        throw new NotSupportedException($"'{Name}' carries what its own sessions are polled for; a route cannot cross it.");
}
