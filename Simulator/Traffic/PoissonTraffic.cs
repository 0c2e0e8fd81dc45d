using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>Messages at random: a Poisson process per member, whose rate may follow the hours of the day.</summary>
/// <remarks>
/// The time between two messages is exponential in the time of the <see cref="DayProfile"/>, which runs faster in busy hours: the
/// inverse of the integrated rate, so that one draw makes one message. Validated in <c>Tests/Traffic/PoissonTrafficTests</c>.
/// </remarks>
public sealed class PoissonTraffic : FleetTraffic
{
    private readonly double _meanGap;
    private readonly DayProfile? _day;
    private readonly Purpose _gap;

    /// <inheritdoc cref="FleetTraffic(Simulation, IReadOnlyList{Node}, Branch, SimTime, int)"/>
    /// <param name="simulation">The clock.</param>
    /// <param name="members">The producers.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="rate">Mean rate of a member over the day, above 0 [1/s].</param>
    /// <param name="until">No message is produced at or after this point.</param>
    /// <param name="day">How the rate follows the hours of the day; null if it does not.</param>
    /// <param name="targets">Members of the consuming party, at least 1; each message is for one of them, drawn uniformly [1].</param>
    public PoissonTraffic(
        Simulation simulation,
        IReadOnlyList<Node> members,
        Branch root,
        double rate,
        SimTime until,
        DayProfile? day = null,
        int targets = 1
    )
        : base(simulation, members, root, until, targets)
    {
        if (!(rate > 0) || double.IsInfinity(rate))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is a positive number [1/s].");
        }

        (_meanGap, _day, _gap) = (1 / rate, day, PurposeOf("arrivals"));
    }

    /// <inheritdoc/>
    protected override SimTime TimeOf(Entity member, int serial)
    {
        var draw = Simulation.Random.Draw(member, _gap, serial);
        var gap = draw.Exponential(_meanGap);
        if (_day is not null)
        {
            return _day.After(Simulation.Now, gap);
        }

        // Rare events may lie beyond the end of representable time: they never happen.
        return gap < Duration.Longest.TotalSeconds / 2 ? Simulation.Now.PlusOrEnd(Duration.FromSeconds(gap)) : SimTime.End;
    }
}
