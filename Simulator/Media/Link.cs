using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A full-duplex link between two places: per direction a finite queue, a rate, a delay, losses; outages of both together.</summary>
/// <remarks>
/// Modelled: framing, serialisation, drop-tail queue, propagation and its variation without overtaking, independent or burst
/// loss, bit errors, outages. What is queued or being sent when the link goes down is lost, and so is what comes while it is down.
/// Left out: collisions of half-duplex Ethernet, pause frames, priorities, recovery times. Several legs may share a link;
/// draws are addressed by the link's owner or by the ends of the leg, the direction and the frame number. Losses are reported when the frame enters, as their cause is known then.
/// Validated against the M/D/1 queue and the M/D/1/2 blocking probability by <c>LinkTests</c>.
/// </remarks>
public sealed class Link : Medium, IFrameExit
{
    private readonly Simulation _simulation;
    private readonly Pipe _up;
    private readonly Pipe _down;
    private readonly Luck? _upLuck;
    private readonly Luck? _downLuck;
    private readonly Purpose _upPurpose;
    private readonly Purpose _downPurpose;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="owner">Whose luck it is, such as the subscriber of a line; null for the two ends of each leg.</param>
    /// <param name="up">The direction of <see cref="Join"/>'s first leg.</param>
    /// <param name="down">The way back.</param>
    /// <param name="outages">When it is down; null if never.</param>
    public Link(
        string name,
        Simulation simulation,
        Observers observers,
        Entity? owner,
        LinkSettings up,
        LinkSettings down,
        Outages? outages = null
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(down);
        _simulation = simulation;
        (_upPurpose, _downPurpose) = (Purpose.Named(name + " up"), Purpose.Named(name + " down"));
        if (owner is { } entity)
        {
            _upLuck = new Luck(simulation.Random, entity, _upPurpose);
            _downLuck = new Luck(simulation.Random, entity, _downPurpose);
        }

        var pool = new FramePool();
        _up = new Pipe(simulation, observers, this, up, outages, pool, this);
        _down = new Pipe(simulation, observers, this, down, outages, pool, this);
    }

    /// <summary>For how long the direction of the first leg has been sending, frames that wait included.</summary>
    public Duration UpBusy => _up.Busy;

    /// <summary>For how long the way back has been sending.</summary>
    public Duration DownBusy => _down.Busy;

    /// <summary>A leg along the link and one back.</summary>
    public (Leg Up, Leg Down) Join(Port near, Port far)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        var up = _upLuck ?? LuckOf(near, far, _upPurpose);
        var down = _downLuck ?? LuckOf(far, near, _downPurpose);
        return (new PipeLeg(this, near, far, _up, up), new PipeLeg(this, far, near, _down, down));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (PipeLeg)frame.Leg;
        leg.Pipe.Send(frame, leg.Luck);
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line) => frame.CompleteLeg(_simulation.Now);

    private Luck LuckOf(Port from, Port to, Purpose purpose) =>
        new(_simulation.Random, Entity.Link(from.Node.Entity, to.Node.Entity), purpose);

    private sealed class PipeLeg(Medium medium, Port from, Port to, Pipe pipe, Luck luck) : Leg(medium, from, to)
    {
        public Pipe Pipe { get; } = pipe;

        public Luck Luck { get; } = luck;
    }
}
