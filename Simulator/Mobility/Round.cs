using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>Goes from place to place, back to the first, and round again.</summary>
/// <remarks>
/// <para>Modelled: straight ways, each at one speed, and rests; the place is a function of the time within the round. Left out: acceleration, roads that are not straight (give more places), traffic.</para>
/// <para>Validated by <c>Tests/Mobility/RoundTests</c>.</para>
/// </remarks>
public sealed class Round : Itinerary
{
    private readonly Stop[] _stops;
    private readonly long[] _begins;
    private readonly long _length;
    private readonly long _ahead;

    /// <param name="stops">In their order, at least one.</param>
    /// <param name="ahead">Which part of the round has passed at the start of the run, 0 to 1 [1].</param>
    public Round(IReadOnlyList<Stop> stops, double ahead)
    {
        ArgumentOutOfRangeException.ThrowIfZero(stops.Count);
        _stops = [.. stops];
        _begins = new long[_stops.Length];
        for (var i = 0; i < _stops.Length; i++)
        {
            _begins[i] = _length;
            _length += (_stops[i].Pause + _stops[i].Travel).Nanoseconds;
        }

        _ahead = (long)(ahead * _length);
    }

    /// <summary>Time for the whole round.</summary>
    public Duration Length => new(_length);

    /// <inheritdoc/>
    public override bool IsStill => _stops.Length == 1;

    /// <inheritdoc/>
    public override Position At(SimTime time)
    {
        if (IsStill || _length == 0)
        {
            return _stops[0].Place;
        }

        var within = (time.Nanoseconds % _length + _ahead) % _length;
        var index = Array.BinarySearch(_begins, within);
        index = index >= 0 ? index : ~index - 1;
        var (stop, next) = (_stops[index], _stops[(index + 1) % _stops.Length]);
        var leaves = new SimTime(_begins[index] + stop.Pause.Nanoseconds);
        var now = new SimTime(within);
        return now <= leaves ? stop.Place : new Trip(stop.Place, next.Place, leaves, leaves + stop.Travel, leaves + stop.Travel).At(now);
    }
}
