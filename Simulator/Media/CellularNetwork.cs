using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Cells with finite capacity, and devices that connect to send, stay connected for a while, and rest.</summary>
/// <remarks>
/// Modelled: per cell and direction a server in order of arrival; per device idle or connected with an inactivity time, promotion
/// with its delay and the cell's limit of assignments, paging of idle devices, unreachable sleep, its own rate, one-way latency
/// without overtaking, loss left after the radio's repetitions, outages of the network, currents by state. An idle device costs no wake-up: its
/// state follows from the end of its last activity. The tail of a connection is charged to the meter in advance and extended by
/// later activity, so states always add up to the time elapsed. Left out: radio propagation and coverage (every device has a usable
/// signal), random-access collisions beyond the assignment limit, scheduling detail, mobility. Devices are dealt to the cells in
/// turn. Draws are addressed by device, direction and frame number. Validated by <c>CellularNetworkTests</c>: time lines,
/// Σ state current × time by hand, and the M/D/1 wait of a shared cell.
/// </remarks>
public sealed class CellularNetwork : Medium
{
    private readonly Cell[] _cells;
    private readonly Dictionary<Node, Modem> _modems = [];

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="cells">Number of cells [1], at least 1.</param>
    /// <param name="settings">How the network treats its devices.</param>
    /// <param name="profile">Currents of the devices.</param>
    /// <param name="outages">When the network is down; null if never.</param>
    public CellularNetwork(
        string name,
        Simulation simulation,
        Observers observers,
        int cells,
        CellSettings settings,
        ModemProfile profile,
        Outages? outages = null
    )
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        (Simulation, Observers, Settings, Profile, Outages) = (simulation, observers, settings, profile.States, outages);
        _cells = new Cell[cells];
        for (var i = 0; i < cells; i++)
        {
            _cells[i] = new Cell();
        }

        UplinkPurpose = Purpose.Named(name + " uplink");
        DownlinkPurpose = Purpose.Named(name + " downlink");
        PromotionPurpose = Purpose.Named(name + " promotion");
    }

    /// <summary>For how long the uplinks of its cells have been taken, together.</summary>
    public Duration UplinkBusy { get; internal set; }

    /// <summary>For how long the downlinks of its cells have been taken, together.</summary>
    public Duration DownlinkBusy { get; internal set; }

    /// <summary>Channel assignments given so far [1].</summary>
    public long Assignments { get; internal set; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal CellSettings Settings { get; }

    internal PowerProfile Profile { get; }

    internal Outages? Outages { get; }

    internal FramePool Pool { get; } = new();

    internal Purpose UplinkPurpose { get; }

    internal Purpose DownlinkPurpose { get; }

    internal Purpose PromotionPurpose { get; }

    /// <summary>A leg from a device to the network's edge, and one back; several sessions of a device share its modem.</summary>
    public (Leg Up, Leg Down) Join(Node device, Node far)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(far);
        if (!_modems.TryGetValue(device, out var modem))
        {
            modem = new Modem(this, _cells[_modems.Count % _cells.Length], device, device.AddMeter(Profile));
            _modems.Add(device, modem);
        }

        var edge = new Port(far);
        return (new ModemLeg(this, modem, edge, modem, isUp: true), new ModemLeg(this, edge, modem, modem, isUp: false));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame) => ((ModemLeg)frame.Leg).Modem.Send(frame);

    internal void Lose(in Frame frame, DropReason reason)
    {
        Observers.FrameLost(this, reason);
        frame.Lose(reason);
    }

    /// <summary>One direction between a device and the edge.</summary>
    internal sealed class ModemLeg(Medium medium, Port from, Port to, Modem modem, bool isUp) : Leg(medium, from, to)
    {
        public Modem Modem { get; } = modem;

        public bool IsUp { get; } = isUp;
    }
}
