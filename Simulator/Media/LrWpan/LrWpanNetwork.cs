using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>Radios of IEEE 802.15.4 without beacons: unslotted CSMA-CA, acknowledgements, hops along a tree, children that sleep.</summary>
/// <remarks>
/// Modelled: backoffs, assessment by mean energy over 8 symbols, turnaround, the limits of backoffs and retries, acknowledgements and the wait for them, spacing; who hears whom
/// and how strongly, so that hidden terminals collide; a receiver that follows the first frame it finds, with the bit errors of each piece of it by the interference then; finite
/// queues; fragments, with reassembly at every hop in a limited number of places; sleeping children that poll, and for whom parents keep datagrams for a while. In acknowledged
/// mode a sender gives the rest of a datagram up with its first lost fragment; the receiver's place stays taken until the reassembly times out. Left out: beacons and slots,
/// change to a stronger frame that begins later, filtering by address before the end of a frame, time between reception and the next hop's queue, association. Draws are addressed by the
/// sender and the number of its frame or backoff. Validated by <c>LrWpanNetworkTests</c> (time lines by hand) and by the suites <c>802154-single-link</c> and <c>802154-ns3</c>.
/// </remarks>
public sealed class LrWpanNetwork : Medium
{
    private readonly List<LrWpanRadio> _radios = [];
    private readonly LrWpanChannel[] _channels;
    private readonly LowPanAdaptation _adaptation;
    private readonly Stack<Parcel> _free = new();

    /// <param name="name">Name in tables and figures.</param>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="settings">How the channel is shared.</param>
    /// <param name="channels">Number of channels that do not disturb each other [1], at least 1.</param>
    /// <param name="adaptation">How packets become MAC payloads.</param>
    /// <param name="fading">Variation from frame to frame; null for none.</param>
    public LrWpanNetwork(
        string name,
        Simulation simulation,
        Observers observers,
        LrWpanSettings settings,
        int channels,
        LowPanAdaptation adaptation,
        IFrameFading? fading = null
    )
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(adaptation);
        (Simulation, Observers, Settings, Fading, _adaptation) = (simulation, observers, settings, fading, adaptation);
        _channels = new LrWpanChannel[channels];
        for (var i = 0; i < channels; i++)
        {
            _channels[i] = new LrWpanChannel(this);
        }

        LongestWait = LrWpanMac.LongestWait(settings.MinimumExponent, settings.MaximumExponent, settings.Backoffs);
    }

    /// <summary>Time on air of all frames so far, over all channels.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Data frames put on the air so far, repetitions included [1].</summary>
    public long DataFrames { get; private set; }

    /// <summary>Frames given up because the channel was always busy [1].</summary>
    public long AccessFailures { get; internal set; }

    /// <summary>Frames given up because no acknowledgement came [1].</summary>
    public long Unacknowledged { get; internal set; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal LrWpanSettings Settings { get; }

    internal IFrameFading? Fading { get; }

    internal Duration LongestWait { get; }

    internal IReadOnlyList<LrWpanRadio> Radios => _radios;

    /// <summary>Adds a radio; say who hears it and who its parent is before the run.</summary>
    /// <param name="node">Whose radio it is.</param>
    /// <param name="channel">Number of its channel, from 0 [1].</param>
    /// <param name="isAlwaysOn">Whether it always listens; otherwise it sleeps between its own frames.</param>
    /// <param name="outages">When the way out of a root is interrupted; null if never.</param>
    public LrWpanRadio Add(Node node, int channel, bool isAlwaysOn, Outages? outages = null)
    {
        ArgumentNullException.ThrowIfNull(node);
        var profile = isAlwaysOn ? Settings.Currents.AlwaysOn : Settings.Currents.Sleeping;
        var radio = new LrWpanRadio(this, _channels[channel], node, _radios.Count, isAlwaysOn, node.AddMeter(profile))
        {
            Outages = outages,
        };
        _radios.Add(radio);
        return radio;
    }

    /// <summary>A leg from a radio up the tree to its root and out there, and one back.</summary>
    public (Leg Up, Leg Down) Join(LrWpanRadio device, Node far)
    {
        ArgumentNullException.ThrowIfNull(device);
        var edge = new Port(far);
        return (new TreeLeg(this, device, edge, device, isUp: true), new TreeLeg(this, edge, device, device, isUp: false));
    }

    /// <inheritdoc/>
    public override void Send(in Frame frame)
    {
        var leg = (TreeLeg)frame.Leg;
        var root = leg.Device.Root;
        var (from, to) = leg.IsUp ? (leg.Device, root) : (root, leg.Device);
        if (!leg.IsUp && root.Outages?.Hit(Simulation.Now, Simulation.Now) == true)
        {
            Lose(frame, DropReason.Outage);
            return;
        }

        Pass(frame, from, to);
    }

    /// <summary>A hop has brought a datagram.</summary>
    internal void Arrive(Parcel parcel, LrWpanRadio at)
    {
        if (parcel.Destination != at)
        {
            Pass(parcel.Frame, at, parcel.Destination);
        }
        else if (at.Parent is null && at.Outages?.Hit(Simulation.Now, Simulation.Now) == true)
        {
            Lose(parcel.Frame, DropReason.Outage);
        }
        else
        {
            parcel.Frame.CompleteLeg(Simulation.Now);
        }
    }

    internal void Told(AirFrame frame)
    {
        var airtime = frame.End - frame.Start;
        Busy += airtime;
        DataFrames += frame.Kind == AirFrameKind.Data ? 1 : 0;
        Observers.FrameSent(this, OQpsk.HeaderOctets + frame.Psdu, airtime);
    }

    /// <summary>The sender is done with a datagram: the account of its loss, if nobody else has taken it over.</summary>
    internal void Return(Parcel parcel, DropReason reason)
    {
        if (!parcel.IsComplete)
        {
            parcel.Frame.Lose(parcel.Broken ?? reason);
        }

        parcel.Frame = default;
        _free.Push(parcel);
    }

    private void Lose(in Frame frame, DropReason reason)
    {
        Observers.FrameLost(this, reason);
        frame.Lose(reason);
    }

    private void Pass(in Frame frame, LrWpanRadio from, LrWpanRadio to)
    {
        var isUp = to.Parent is null;
        var isFirst = from == (isUp ? ((TreeLeg)frame.Leg).Device : to.Root);
        if (_adaptation(frame.Packet, new LowPanHop(isUp, isFirst, from.Towards(to) == to, Settings.MacOctets)) is not { } fragments)
        {
            Lose(frame, DropReason.TooLarge);
            return;
        }

        var parcel = _free.TryPop(out var free) ? free : new Parcel();
        (parcel.Frame, parcel.Destination, parcel.NextHop, parcel.Fragments) = (frame, to, from.Towards(to), fragments);
        (parcel.Next, parcel.Received, parcel.IsComplete, parcel.Broken, parcel.Behind) = (0, 0, false, null, null);
        from.Enqueue(parcel);
    }

    private sealed class TreeLeg(Medium medium, Port from, Port to, LrWpanRadio device, bool isUp) : Leg(medium, from, to)
    {
        public LrWpanRadio Device { get; } = device;

        public bool IsUp { get; } = isUp;
    }
}

/// <summary>A packet on a hop becomes MAC payloads; null if it is too large.</summary>
/// <param name="packet">What is carried.</param>
/// <param name="hop">Where.</param>
public delegate LowPanFragments? LowPanAdaptation(Packet packet, LowPanHop hop);

/// <summary>A hop, as far as headers depend on it.</summary>
/// <param name="IsUp">Whether it leads to the root.</param>
/// <param name="IsFirst">Whether it is the first one within the network.</param>
/// <param name="IsLast">Whether it ends where the datagram leaves the network.</param>
/// <param name="MacOctets">Octets of a MAC frame around its payload [B].</param>
public readonly record struct LowPanHop(bool IsUp, bool IsFirst, bool IsLast, int MacOctets);
