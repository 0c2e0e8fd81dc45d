using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>Random waypoint: goes straight to a uniform place at a uniform speed, rests there, and again.</summary>
/// <remarks>
/// <para>Modelled: trip k has its place and its speed by address (member, purpose, k), so the place at a time is a function of the member's luck alone; what is remembered
/// of the trip last asked for only saves the way from the first. It begins in the steady state (perfect simulation, Navidi and Camp, IEEE Transactions on Mobile Computing 3(1), 2004; Le Boudec
/// and Vojnović, Infocom 2005): under way or at rest with the shares of time of the two; under way, on a trip taken with a probability in proportion to its length and the inverse of its speed, anywhere on it; at rest, at a
/// uniform place with a uniform part of the rest left. So the mean speed does not fall after the start, as it does where everyone begins at rest with a uniform speed, and a warm-up is not needed for it.</para>
/// <para>Left out: roads, towns, acceleration, groups. In the steady state places are denser in the middle of the area than at its edge, as ways cross there.</para>
/// <para>Validated by <c>Tests/Mobility/RandomWaypointTests</c>: share of rest, mean speed and mean square distance from the centre at the start and later against theory.</para>
/// </remarks>
public sealed class RandomWaypoint : Itinerary
{
    private static readonly Purpose StartPurpose = Purpose.Named("movement at the start");
    private static readonly Purpose PlacePurpose = Purpose.Named("waypoint");
    private static readonly Purpose SpeedPurpose = Purpose.Named("waypoint speed");

    private readonly Randomness _random;
    private readonly Entity _member;
    private readonly Region _region;
    private readonly double _height;
    private readonly double _slowest;
    private readonly double _fastest;
    private readonly Duration _pause;
    private Trip _trip;
    private long _number;

    /// <param name="random">The luck of the site.</param>
    /// <param name="member">Who moves.</param>
    /// <param name="region">Where it may go.</param>
    /// <param name="height">Above ground [m].</param>
    /// <param name="slowest">Least speed [m/s], above 0: with a least speed of 0 there is no steady state.</param>
    /// <param name="fastest">Greatest speed [m/s], at least the least.</param>
    /// <param name="pause">Rest at each waypoint.</param>
    public RandomWaypoint(Randomness random, Entity member, Region region, double height, double slowest, double fastest, Duration pause)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(fastest, slowest);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, Duration.Zero);
        (_random, _member, _region, _height) = (random, member, region, height);
        (_slowest, _fastest, _pause) = (slowest, fastest, pause);
        _trip = First();
    }

    /// <summary>Share of the time at rest [1].</summary>
    /// <param name="region">Where one may go.</param>
    /// <param name="slowest">Least speed [m/s].</param>
    /// <param name="fastest">Greatest speed [m/s].</param>
    /// <param name="pause">Rest at each waypoint.</param>
    public static double RestingShare(Region region, double slowest, double fastest, Duration pause)
    {
        ArgumentNullException.ThrowIfNull(region);
        return pause.TotalSeconds / (pause.TotalSeconds + region.MeanDistance * MeanInverse(slowest, fastest));
    }

    /// <summary>Mean of 1/v for a uniform speed, ln(b/a)/(b − a) [s/m].</summary>
    internal static double MeanInverse(double slowest, double fastest) =>
        fastest == slowest ? 1 / slowest : Math.Log(fastest / slowest) / (fastest - slowest);

    /// <inheritdoc/>
    public override Position At(SimTime time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, SimTime.Start);
        if (_number > 0 && time < _trip.Leaves)
        {
            (_trip, _number) = (First(), 0);
        }

        while (time >= _trip.Ends)
        {
            _trip = Next(_trip, ++_number);
        }

        return _trip.At(time);
    }

    /// <summary>The trip, or the rest after one, that is under way at the start.</summary>
    private Trip First()
    {
        var draw = _random.Draw(_member, StartPurpose);
        if (draw.Uniform() < RestingShare(_region, _slowest, _fastest, _pause))
        {
            var place = _region.Place(ref draw, _height);
            return new Trip(place, place, SimTime.Start, SimTime.Start, SimTime.Start + AtLeastOne(_pause * draw.Uniform()));
        }

        Position from,
            to;
        do
        {
            from = _region.Place(ref draw, _height);
            to = _region.Place(ref draw, _height);
        } while (draw.Uniform() * _region.Diameter >= from.GroundDistanceTo(to));

        var speed = _slowest * Math.Pow(_fastest / _slowest, draw.Uniform());
        var length = AtLeastOne(Duration.FromSeconds(from.GroundDistanceTo(to) / speed));
        var leaves = SimTime.Start - length * draw.Uniform();
        return new Trip(from, to, leaves, leaves + length, (leaves + length).PlusOrEnd(_pause));
    }

    private Trip Next(in Trip last, long number)
    {
        var (place, speed) = (_random.Draw(_member, PlacePurpose, number), _random.Draw(_member, SpeedPurpose, number));
        var to = _region.Place(ref place, _height);
        var metresPerSecond = _slowest + (_fastest - _slowest) * speed.Uniform();
        var arrives = last.Ends.PlusOrEnd(AtLeastOne(Duration.FromSeconds(last.To.GroundDistanceTo(to) / metresPerSecond)));
        return new Trip(last.To, to, last.Ends, arrives, arrives.PlusOrEnd(_pause));
    }

    /// <summary>A trip takes time, or there would be no end of trips.</summary>
    private static Duration AtLeastOne(Duration length) => Duration.Max(length, new Duration(1));
}
