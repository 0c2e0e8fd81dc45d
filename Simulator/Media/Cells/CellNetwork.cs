using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Cells in which devices contend for access, are granted shared resources for what they send and receive, stay connected for a while, and rest.</summary>
/// <remarks>
/// <para>Modelled: random access by coverage-enhancement level (occasions, preambles, detection with power ramping, collisions, response window with a limit of grants, request
/// with HARQ, contention resolution with its timer, back-off, greatest number of attempts), in two steps where they are set; access barring; uplink and downlink as resources over time, for which grants, signalling and data of all
/// devices queue; per device one transfer at a time, block after block with HARQ, so that devices take turns by blocks, and share blocks that can be divided (round robin); the signalling of a <see cref="Procedure"/>; inactivity timer, connected-mode DRX as a mean current behind its own timer, release assistance; start of the modem and answers of the core network as times at a current; power saving mode, switching off with
/// a new attachment, extended and plain paging cycles; paging, or a channel assigned at once while the network knows the cell; a delay and losses behind the radio; an inactive state whose connection a few messages resume; periodic updates, which are exchanges like others; currents by state; coverage.</para>
/// <para>An idle device costs no wake-up: that it listens for pages is a mean current, and its active time is charged in advance. An exchange costs a wake-up for each
/// message, an occasion one for all who take part.</para>
/// <para>Devices that move: the cell is chosen anew for each connection and preamble, and at intervals while connected, with a hysteresis; a change of a connection interrupts it. Out of coverage
/// they search in vain, and what waits is lost as out of range. What a handover takes of the air (measurement reports, commands) is left out; so are tracking areas that are neither a cell nor the whole network.</para>
/// <para>Interference of other cells is more noise, of each device as much as is said when it joins. Left out: interference that varies with their load at a time, parallel HARQ processes of a device beyond what a technology sends in one go (its block) and blocks that follow at once, repetitions adapted to
/// fast fading, segments and acknowledgements of the radio link control, admission control,
/// errors of control channels (a grant, an assignment and a random-access response always arrive; their repetitions are those of the technology, for block errors of 10 % with NB-IoT).
/// A grant is put down when it is decided, at most the slack of its technology before what it grants; later ones fill the gaps before it, and nobody is served before others on purpose. A preamble is
/// answered only if its request and the answer to that have room, so a cell that is asked for more than it has serves what it can; what collides is for nothing all the same. Occasions of random access are
/// taken from the uplink as a share, not at their times. Packets for a sleeping device are kept up to <see cref="ConnectionSettings.Buffer"/>, the first ones, without a limit of time or octets; further ones are lost as asleep.</para>
/// <para>Validated by <c>m2miot validate cellular-random-access</c> (closed forms, TR 37.868) and by <c>Tests/Media/Cells</c>: time lines, paging, a day's charge by hand, the M/D/1 wait.</para>
/// </remarks>
public sealed class CellNetwork : Medium
{
    private readonly RadioCell[] _cells;
    private readonly CellCurrents _currents;
    private readonly Dictionary<Node, CellDevice?> _devices = [];
    private readonly Dictionary<Node, Port> _edges = [];
    private readonly Dictionary<(int CouplingLoss, int Rise), RadioLink> _links = [];
    private readonly Func<int, AirInterface>? _raised;

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="air">What the technology puts on the air.</param>
    /// <param name="settings">How devices are connected and rest.</param>
    /// <param name="currents">What devices draw.</param>
    /// <param name="cells">Number of cells, each a carrier at a station [1], at least 1.</param>
    /// <param name="outages">When the network is down; null if never.</param>
    /// <param name="raised">What the technology puts on the air to and from a device whose noise other cells raise by so many decibels; null if it is the same.</param>
    /// <exception cref="ArgumentException">An air interface whose random access leaves nothing of the uplink.</exception>
    public CellNetwork(
        string name,
        Simulation simulation,
        Observers observers,
        AirInterface air,
        ConnectionSettings settings,
        CellCurrents currents,
        int cells,
        Outages? outages = null,
        Func<int, AirInterface>? raised = null
    )
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(air);
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        if (air.AccessShare >= 1)
        {
            throw new ArgumentException($"{name}: random access would take {air.AccessShare:P0} of the uplink.", nameof(air));
        }

        settings.Barring?.Check();
        if (settings.Inactive is not null && settings.PowerSaving is PowerSaving.Psm or PowerSaving.Off)
        {
            throw new ArgumentException(
                $"{name}: an inactive device listens for pages; power saving is drx or edrx with it, not {settings.PowerSaving}.",
                nameof(settings)
            );
        }

        if (air.Levels.FirstOrDefault(level => level.TwoStep is { } two && two.RequestBytes < GreatestBareRequest(settings)) is { } level)
        {
            throw new ArgumentException(
                $"{name}: a request of {GreatestBareRequest(settings)} B does not fit into the {level.TwoStep!.RequestBytes} B behind a preamble.",
                nameof(air)
            );
        }

        (Simulation, Observers, Air, Settings, _currents, Outages) = (simulation, observers, air, settings, currents, outages);
        _raised = raised;
        AccessPurpose = Purpose.Named(name + " access");
        UplinkPurpose = Purpose.Named(name + " uplink");
        DownlinkPurpose = Purpose.Named(name + " downlink");
        _cells = new RadioCell[cells];
        for (var i = 0; i < cells; i++)
        {
            _cells[i] = new RadioCell(this);
        }
    }

    /// <summary>What the technology puts on the air.</summary>
    public AirInterface Air { get; }

    /// <summary>What became of the random access.</summary>
    public AccessCounts Accesses { get; } = new();

    /// <summary>Records what devices do, if it is there.</summary>
    public ExchangeTimeline? Timeline { get; set; }

    /// <summary>For how long the uplinks of its cells have been in use, together, without what is set aside for random access.</summary>
    public Duration UplinkBusy => _cells.Aggregate(Duration.Zero, (sum, cell) => sum + cell.Uplink.Busy);

    /// <summary>For how long the downlinks of its cells have been in use, together.</summary>
    public Duration DownlinkBusy => _cells.Aggregate(Duration.Zero, (sum, cell) => sum + cell.Downlink.Busy);

    /// <summary>For how long the common control channels of its cells have been in use, together; that of the downlinks where there are none.</summary>
    public Duration CommonBusy => _cells.Aggregate(Duration.Zero, (sum, cell) => sum + cell.Common.Busy);

    /// <summary>For how long so much of the uplinks as is set aside for random access would have filled them, together.</summary>
    public Duration AccessBusy => (Simulation.Now - SimTime.Start) * (_cells.Length * Air.AccessShare);

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal ConnectionSettings Settings { get; }

    internal Outages? Outages { get; }

    internal FramePool Pool { get; } = new();

    internal Purpose AccessPurpose { get; }

    internal Purpose UplinkPurpose { get; }

    internal Purpose DownlinkPurpose { get; }

    /// <summary>A leg from a device to the network's edge, and one back; several sessions of a device share its connection.</summary>
    /// <param name="device">The device.</param>
    /// <param name="far">Where the network hands packets over.</param>
    /// <param name="cell">Its cell, from 0 [1].</param>
    /// <param name="couplingLoss">Of the device there [dB].</param>
    /// <param name="rise">By how much other cells raise its noise, in whole decibels [dB].</param>
    public (Leg Up, Leg Down) Join(Node device, Node far, int cell, double couplingLoss, int rise = 0)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(far);
        if (!_devices.TryGetValue(device, out var port))
        {
            port = Attach(device, _cells[cell], couplingLoss, rise);
            _devices.Add(device, port);
        }

        return Legs(port, far);
    }

    /// <summary>A leg from a device that moves to the network's edge, and one back.</summary>
    /// <param name="device">The device.</param>
    /// <param name="far">Where the network hands packets over.</param>
    /// <param name="moving">Where it finds its cells.</param>
    /// <param name="conditions">What its battery life is told by; null for its coupling loss at the start.</param>
    /// <param name="listening">How long it receives for a page on average over its places; null for that at its coupling loss at the start.</param>
    public (Leg Up, Leg Down) Join(Node device, Node far, IMovingLink moving, string? conditions = null, Duration? listening = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(far);
        ArgumentNullException.ThrowIfNull(moving);
        if (!_devices.TryGetValue(device, out var port))
        {
            var (cell, loss) = moving.BestAt(Simulation.Now);
            var rise = moving.RiseAt(cell, loss, Simulation.Now);
            if (device.Moves is { IsStill: true } && !Covers(loss, rise))
            {
                // It will never be elsewhere.
                _devices.Add(device, port = Attach(device, _cells[cell], loss, rise));
                return Legs(port, far);
            }

            var link = Covers(loss, rise) ? LinkTo(loss, rise) : LinkAt((int)Math.Floor(Air.MaximumCouplingLoss));
            var profile =
                conditions is null || listening is null
                    ? link.Profile
                    : _currents.States(Name, conditions, Settings, listening.Value.TotalSeconds, link.SearchSpacePeriod);
            var mover = new CellDevice(this, cell, link, device, device.AddMeter(profile), moving);
            mover.AwaitUpdate();
            _devices.Add(device, port = mover);
        }

        return Legs(port, far);
    }

    private (Leg Up, Leg Down) Legs(CellDevice? port, Node far)
    {
        if (!_edges.TryGetValue(far, out var edge))
        {
            _edges.Add(far, edge = new Port(far));
        }

        return port is null
            ? (new CellLeg(this, edge, edge, null, isUp: true), new CellLeg(this, edge, edge, null, isUp: false))
            : (new CellLeg(this, port, edge, port, isUp: true), new CellLeg(this, edge, port, port, isUp: false));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (CellLeg)frame.Leg;
        if (leg.Device is not { } device)
        {
            Lose(frame, DropReason.OutOfRange);
        }
        else if (Outages?.Hit(Simulation.Now, Simulation.Now) == true)
        {
            Lose(frame, DropReason.Outage);
        }
        else
        {
            if (device.Core is { } core && !leg.IsUp)
            {
                core.Cross(frame, isUp: false);
            }
            else
            {
                device.Send(frame, leg.IsUp);
            }
        }
    }

    internal void Lose(in Frame frame, DropReason reason)
    {
        Observers.FrameLost(this, reason);
        frame.Lose(reason);
    }

    private static int GreatestBareRequest(ConnectionSettings settings) =>
        Math.Max(settings.Procedure.Request, settings.Inactive?.Procedure.Request ?? 0);

    internal static bool IsUp(in Frame frame) => ((CellLeg)frame.Leg).IsUp;

    /// <summary>Gives a device its port; none where there is no coverage, and there it rests for ever.</summary>
    private CellDevice? Attach(Node node, RadioCell cell, double couplingLoss, int rise)
    {
        if (!Covers(couplingLoss, rise))
        {
            node.AddMeter(_currents.States(Name, "out of coverage", Settings, 0, Duration.Zero));
            return null;
        }

        var link = LinkTo(couplingLoss, rise);
        var device = new CellDevice(this, cell, link, node, node.AddMeter(link.Profile));
        device.AwaitUpdate();
        return device;
    }

    internal RadioCell CellAt(int number) => _cells[number];

    private AirInterface AirAt(int rise) => rise == 0 || _raised is null ? Air : _raised(rise);

    /// <summary>Whether a device is in coverage.</summary>
    internal bool Covers(double couplingLoss, int rise) => couplingLoss <= AirAt(rise).MaximumCouplingLoss;

    /// <summary>The link of a device in coverage. Links are kept by whole decibels; the last one reaches as far as the air does, which under interference need not be a whole number.</summary>
    internal RadioLink LinkTo(double couplingLoss, int rise) =>
        LinkAt((int)Math.Min(Math.Ceiling(couplingLoss), Math.Floor(AirAt(rise).MaximumCouplingLoss)), rise);

    internal RadioLink LinkAt(int couplingLoss, int rise = 0)
    {
        if (!_links.TryGetValue((couplingLoss, rise), out var link))
        {
            link = new RadioLink(
                AirAt(rise),
                couplingLoss,
                rise,
                (conditions, listening, period) => _currents.States(Name, conditions, Settings, listening.TotalSeconds, period)
            );
            _links.Add((couplingLoss, rise), link);
        }

        return link;
    }

    /// <summary>One direction between a device and the edge; without a device where there is no coverage.</summary>
    private sealed class CellLeg(Medium medium, Port from, Port to, CellDevice? device, bool isUp) : Leg(medium, from, to)
    {
        public CellDevice? Device { get; } = device;

        public bool IsUp { get; } = isUp;
    }
}
