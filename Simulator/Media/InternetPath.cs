using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A wide-area path: a delay distribution and random loss; capacity beyond what any session asks for.</summary>
/// <remarks>
/// Modelled: one-way delay as a fixed part and a gamma part of shape 2, independent or burst loss, outages of the whole path, a translator of
/// addresses for datagrams (see <see cref="AddressBinding"/>) and TCP connections (<see cref="ConnectionBindings"/>);
/// frames of one session and direction stay in order. Left out: congestion by the simulated traffic itself, routing dynamics,
/// reordering. Draws are addressed by the two ends, the direction and the frame number, so two architectures share their luck on
/// the same path. Validated against the moments of the gamma distribution and the two-state loss chain by <c>InternetPathTests</c>.
/// </remarks>
public sealed class InternetPath : Medium, IFrameExit
{
    private readonly Simulation _simulation;
    private readonly Observers _observers;
    private readonly DelayModel _delay;
    private readonly LossModel _loss;
    private readonly int _encapsulation;
    private readonly Outages? _outages;
    private readonly FramePool _pool = new();
    private readonly Purpose _purpose;
    private readonly Duration? _bindingLifetime;
    private readonly Duration? _connectionLifetime;
    private readonly ForgottenConnection _forgotten;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="delay">One way.</param>
    /// <param name="loss">Per frame.</param>
    /// <param name="encapsulation">Octets that are added to every packet on the way [B].</param>
    /// <param name="outages">When the path is down; null if never.</param>
    /// <param name="bindingLifetime">How long a translator of the near ends' addresses remembers a silent one that sends datagrams; null without a translator.</param>
    /// <param name="connectionLifetime">How long it remembers a silent TCP connection; null without a translator.</param>
    /// <param name="forgotten">What it does with a segment of a TCP connection that it has forgotten.</param>
    public InternetPath(
        string name,
        Simulation simulation,
        Observers observers,
        DelayModel delay,
        LossModel loss,
        int encapsulation = 0,
        Outages? outages = null,
        Duration? bindingLifetime = null,
        Duration? connectionLifetime = null,
        ForgottenConnection forgotten = ForgottenConnection.Drop
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(delay);
        ArgumentNullException.ThrowIfNull(loss);
        (_simulation, _observers, _delay, _loss, _encapsulation, _outages) = (simulation, observers, delay, loss, encapsulation, outages);
        _purpose = Purpose.Named(name + " path");
        (_bindingLifetime, _connectionLifetime, _forgotten) = (bindingLifetime, connectionLifetime, forgotten);
    }

    /// <summary>A leg from end to end and one back.</summary>
    public (Leg Up, Leg Down) Join(Port near, Port far)
    {
        var binding = _bindingLifetime is { } lifetime ? new AddressBinding(lifetime) : null;
        var connections = _connectionLifetime is { } silence ? new ConnectionBindings(silence, _forgotten) : null;
        return (
            new PathLeg(this, near, far, binding, connections, isOut: true),
            new PathLeg(this, far, near, binding, connections, isOut: false)
        );
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (PathLeg)frame.Leg;
        var draw = leg.Luck.Next();
        var lost = leg.Luck.Loses(_loss, ref draw);
        _observers.FrameSent(this, frame.Packet.Length + _encapsulation, Duration.Zero);
        var now = _simulation.Now;
        if (_outages?.Hit(now, now) == true)
        {
            Lose(frame, DropReason.Outage);
        }
        else if (lost)
        {
            Lose(frame, DropReason.Noise);
        }
        else if (leg.Translates(frame.Packet, now))
        {
            leg.Line.Add(frame, now + _delay.Sample(ref draw));
        }
        else
        {
            Lose(frame, DropReason.Forgotten);
        }
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line) => frame.CompleteLeg(_simulation.Now);

    private void Lose(in Frame frame, DropReason reason)
    {
        _observers.FrameLost(this, reason);
        frame.Lose(reason);
    }

    private sealed class PathLeg(
        InternetPath path,
        Port from,
        Port to,
        AddressBinding? binding,
        ConnectionBindings? connections,
        bool isOut
    ) : Leg(path, from, to)
    {
        /// <summary>Gives a packet the outer address of its sender, or looks for whose outer address it is sent to.</summary>
        /// <returns>Whether it can go on.</returns>
        public bool Translates(Packet packet, SimTime now)
        {
            if (connections is not null && packet is ITranslatedSegment segment)
            {
                return isOut ? connections.Outwards(segment, now) : connections.LetsIn(segment, now);
            }

            if (binding is null || packet is not ITranslatedPacket translated)
            {
                return true;
            }

            if (!isOut)
            {
                return binding.LetsIn(translated.Binding, now);
            }

            translated.Binding = binding.Outwards(now);
            return true;
        }

        public Luck Luck { get; } = new(path._simulation.Random, Entity.Link(from.Node.Entity, to.Node.Entity), path._purpose);

        public FrameLine Line { get; } = new(path._simulation, path._pool, path);
    }
}
