using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>Storms: after a common instant, such as the return of power, every member sends one message within a window.</summary>
/// <remarks>
/// Shapes after 3GPP TR 37.868. A Beta(3, 4) variable is the third smallest of six uniform ones (David, Nagaraja, Order Statistics,
/// 2.2). Validated in <c>Tests/Traffic/StormTrafficTests</c>.
/// </remarks>
public sealed class StormTraffic : FleetTraffic
{
    private readonly IReadOnlyList<SimTime> _instants;
    private readonly Duration _window;
    private readonly StormShape _shape;
    private readonly Purpose _place;

    /// <inheritdoc cref="FleetTraffic(Simulation, IReadOnlyList{Node}, Branch, SimTime, int)"/>
    /// <param name="simulation">The clock.</param>
    /// <param name="members">The producers.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="instants">When storms begin, in order and at least a window apart.</param>
    /// <param name="window">Within which every member sends, at least 1 ns.</param>
    /// <param name="until">No message is produced at or after this point.</param>
    /// <param name="shape">How the messages spread over the window.</param>
    /// <param name="targets">Members of the consuming party, at least 1; each message is for one of them, drawn uniformly [1].</param>
    /// <exception cref="ArgumentException">Two storms overlap.</exception>
    public StormTraffic(
        Simulation simulation,
        IReadOnlyList<Node> members,
        Branch root,
        IReadOnlyList<SimTime> instants,
        Duration window,
        SimTime until,
        StormShape shape = StormShape.Uniform,
        int targets = 1
    )
        : base(simulation, members, root, until, targets)
    {
        ArgumentNullException.ThrowIfNull(instants);
        ArgumentOutOfRangeException.ThrowIfLessThan(window.Nanoseconds, 1, nameof(window));
        for (var storm = 1; storm < instants.Count; storm++)
        {
            if (instants[storm] < instants[storm - 1] + window)
            {
                throw new ArgumentException(
                    $"The storm at {instants[storm]} begins within {window} after the one at {instants[storm - 1]}.",
                    nameof(instants)
                );
            }
        }

        (_instants, _window, _shape, _place) = (instants, window, shape, PurposeOf("storm"));
    }

    /// <inheritdoc/>
    protected override SimTime TimeOf(Entity member, int serial)
    {
        if (serial >= _instants.Count)
        {
            return SimTime.End;
        }

        var draw = Simulation.Random.Draw(member, _place, serial);
        var place = _shape == StormShape.Uniform ? draw.Uniform() : ThirdOfSix(ref draw);
        return _instants[serial] + new Duration((long)(_window.Nanoseconds * place));
    }

    private static double ThirdOfSix(ref Draw draw)
    {
        var (first, second, third) = (1.0, 1.0, 1.0);
        for (var i = 0; i < 6; i++)
        {
            var x = draw.Uniform();
            if (x < first)
            {
                (first, second, third) = (x, first, second);
            }
            else if (x < second)
            {
                (second, third) = (x, second);
            }
            else if (x < third)
            {
                third = x;
            }
        }

        return third;
    }
}
