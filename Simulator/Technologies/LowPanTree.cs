using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Who passes a device's packets on: the ways of the fewest expected transmissions to any border router.</summary>
/// <remarks>
/// Dijkstra 1959 over ETX = 1 / (share of frames that arrive · share of acknowledgements that do) of the longest frame (De Couto et al. 2003), every hop costing at least 1, so that fewer hops win among
/// good links. Only links with the margin that is asked for count, and only routers pass on. Ties go to the lower number, so that the same place always gives the same tree.
/// </remarks>
internal sealed class LowPanTree
{
    /// <summary>Parent of a device that reaches nobody.</summary>
    public const int None = int.MinValue;

    private readonly int[] _parent;
    private readonly double[] _cost;
    private readonly double[] _delivery;
    private readonly int[] _hops;
    private readonly int[] _root;

    /// <param name="budget">What a link is worth.</param>
    /// <param name="roots">Loss of each device to each border router, as far as it is worth a look [dB].</param>
    /// <param name="neighbours">Links between devices of which at least one is a router.</param>
    /// <param name="isRouter">Who passes on.</param>
    public LowPanTree(
        LowPanLinkBudget budget,
        IReadOnlyList<IReadOnlyList<(int Root, double Loss)>> roots,
        MeshNeighbours neighbours,
        Func<int, bool> isRouter
    )
    {
        var count = roots.Count;
        (_parent, _cost, _delivery, _hops, _root) = (new int[count], new double[count], new double[count], new int[count], new int[count]);
        Array.Fill(_parent, None);
        Array.Fill(_cost, double.PositiveInfinity);
        var line = new PriorityQueue<int, (double Cost, int Device)>();
        for (var i = 0; i < count; i++)
        {
            foreach (var (root, loss) in roots[i])
            {
                Offer(i, -1 - root, root, 0, 1, 0, budget.ToBorder(loss));
            }

            if (_parent[i] != None)
            {
                line.Enqueue(i, (_cost[i], i));
            }
        }

        var isDone = new bool[count];
        while (line.TryDequeue(out var at, out _))
        {
            if (isDone[at])
            {
                continue;
            }

            isDone[at] = true;
            if (!isRouter(at))
            {
                continue;
            }

            foreach (var (device, loss) in neighbours[at])
            {
                if (!isDone[device] && Offer(device, at, _root[at], _cost[at], _delivery[at], _hops[at], budget.ToDevice(loss)))
                {
                    line.Enqueue(device, (_cost[device], device));
                }
            }
        }
    }

    /// <summary>Who passes on: a device, or −1 − the number of a border router; <see cref="None"/> if nobody does.</summary>
    public int Parent(int device) => _parent[device];

    /// <summary>The border router at the end of its way.</summary>
    public int Root(int device) => _root[device];

    /// <summary>Hops to the border router [1]; 0 if it reaches none.</summary>
    public int Hops(int device) => _hops[device];

    /// <summary>Share of packets of one frame that noise lets through on all hops [1].</summary>
    public double Delivery(int device) => _delivery[device];

    private bool Offer(int device, int parent, int root, double cost, double delivery, int hops, LowPanLink? link)
    {
        if (link is not { } good || cost + good.Transmissions >= _cost[device])
        {
            return false;
        }

        (_cost[device], _parent[device], _root[device]) = (cost + good.Transmissions, parent, root);
        (_delivery[device], _hops[device]) = (delivery * good.Delivery, hops + 1);
        return true;
    }
}

/// <summary>What a link is worth.</summary>
/// <param name="Transmissions">Expected until a frame is acknowledged [1].</param>
/// <param name="Delivery">Share of frames that arrive with the retries that there are [1].</param>
internal readonly record struct LowPanLink(double Transmissions, double Delivery);

/// <summary>From losses to links.</summary>
/// <param name="options">Powers, gains, margin and retries.</param>
internal sealed class LowPanLinkBudget(Ieee802154Options options)
{
    /// <summary>How much weaker than the sensitivity a signal still counts as interference [dB].</summary>
    private const double HarmMargin = 10;

    private readonly double _noise = OQpsk.NoiseOf(options.Sensitivity);

    /// <summary>Greatest loss between devices of a link over which somebody sends [dB].</summary>
    public double UsableLoss => PowerAt(0, options.DeviceAntennaGain) - options.Sensitivity - options.LinkMargin;

    /// <summary>Greatest loss between devices at which they disturb each other [dB].</summary>
    public double HarmfulLoss => PowerAt(0, options.DeviceAntennaGain) - options.Sensitivity + HarmMargin;

    /// <summary>What a border router hears better than a device, and is heard better [dB].</summary>
    public double BorderAdvantage => options.BorderRouterAntennaGain - options.DeviceAntennaGain;

    /// <summary>Power of a device at another [dBm].</summary>
    public double DevicePower(double loss) => PowerAt(loss, options.DeviceAntennaGain);

    /// <summary>Power of a device at a border router, and the other way [dBm].</summary>
    public double BorderPower(double loss) => PowerAt(loss, options.BorderRouterAntennaGain);

    /// <summary>A link between devices; null if it is too weak.</summary>
    public LowPanLink? ToDevice(double loss) => Of(DevicePower(loss));

    /// <summary>A link to a border router; null if it is too weak.</summary>
    public LowPanLink? ToBorder(double loss) => Of(BorderPower(loss));

    private double PowerAt(double loss, double otherGain) => options.TransmitPower + options.DeviceAntennaGain + otherGain - loss;

    private LowPanLink? Of(double power)
    {
        if (power < options.Sensitivity + options.LinkMargin)
        {
            return null;
        }

        var sinr = Decibels.ToLinear(power - _noise);
        var there = 1 - OQpsk.PacketErrorRate(sinr, OQpsk.MaximumPsdu);
        var back = options.Acknowledged ? 1 - OQpsk.PacketErrorRate(sinr, LrWpanMac.AcknowledgementOctets) : 1;
        var tries = options.Acknowledged ? options.Retries + 1 : 1;
        return new LowPanLink(1 / (there * back), 1 - Math.Pow(1 - there, tries));
    }
}
