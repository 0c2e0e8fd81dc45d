using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>By how much the cells around raise the noise of a cell, from the mean path loss to the two rings of a hexagonal grid.</summary>
/// <remarks>
/// <para>Around each site stand 18 others as evaluations of cellular networks have them (3GPP TR 36.814 and ITU-R M.2412: 19 sites, from memory), as far apart as sites of its area are. All of them use each resource block for the same share
/// of the time, the load ρ, on the same carriers; a place sees one sector of each site, and each sector sees as many devices as there are sites.</para>
/// <para>Downlink, at a device: 1 + I/N = 1 + ρ (S/N) F(r), with F(r) = Σ L(r)/Lᵢ over the 18 sites, the mean over all directions at the distance r of the device from its site, and S/N of the device's own coupling loss: buildings
/// and hills weaken signal and interference alike. Uplink, at a site: 1 + ρ E[p F(r)]/N over the devices of a disc with the area of a site, which are controlled to be received at home with p = −106 dBm in a resource block (TR 36.814
/// annex A.2.2: P0 = −106 dBm, full compensation, from memory) or as much less as their greatest power leaves out of doors. As a sum of powers that is noise to the receiver.</para>
/// <para>Left out: luck of the shadowing of other sites and the choice of the best of them, tilted and directional antennas beyond sharp sectors, bursts (the load is a mean), and power control of the own devices,
/// which send with full power whatever they need.</para>
/// <para>Validated by <c>CellInterferenceTests</c>: a power law against sums by hand.</para>
/// </remarks>
internal sealed class CellInterference
{
    /// <summary>Received power to which devices of other cells are controlled, in a resource block of 180 kHz [dBm].</summary>
    public const double Target = -106;

    private const int Steps = 48;

    /// <summary>Height of the devices [m].</summary>
    private const double Height = 1.5;

    /// <summary>One direction in each twelfth of a circle stands for all, as the rings are symmetric.</summary>
    private static readonly double[] Directions = [Math.PI / 36, 3 * Math.PI / 36, 5 * Math.PI / 36];

    private static readonly Frequency ResourceBlock = 180.Kilohertz;

    private readonly double _load;
    private readonly double _ratio;
    private readonly double _step;

    /// <summary>F at each step of the distance [dB].</summary>
    private readonly double[] _factors = new double[Steps + 1];

    /// <param name="options">Of the technology.</param>
    /// <param name="propagation">How its waves travel.</param>
    /// <param name="area">Of a site [m²].</param>
    public CellInterference(CellRadioOptions options, Propagation propagation, double area)
    {
        (_load, _ratio) = (options.NeighbourLoad, options.DownlinkRatio);
        Distance = HexagonalGrid.Distance(area);
        _step = Distance / Math.Sqrt(3) / Steps;
        var home = new Position(0, 0, options.SiteHeight);
        Position[] others = [.. HexagonalGrid.TwoRings.Select(at => new Position(at.X * Distance, at.Y * Distance, options.SiteHeight))];
        var disc = HexagonalGrid.DiscRadius(Distance);
        var gains = options.SiteAntennaGain + options.DeviceAntennaGain;
        var (received, weights) = (0.0, 0.0);
        for (var i = 0; i <= Steps; i++)
        {
            var distance = i * _step;
            var (factor, loss) = (0.0, 0.0);
            foreach (var direction in Directions)
            {
                var at = new Position(distance * Math.Cos(direction), distance * Math.Sin(direction), Height);
                var own = propagation.MeanLoss(at, home);
                factor += others.Sum(other => Decibels.ToLinear(own - propagation.MeanLoss(at, other))) / Directions.Length;
                loss += own / Directions.Length;
            }

            _factors[i] = Decibels.FromLinear(factor);
            if (distance <= disc)
            {
                received += distance * factor * Decibels.ToLinear(Math.Min(Target, options.InterfererPower - (loss - gains)));
                weights += distance;
            }
        }

        var noise = Decibels.ToLinear(ThermalNoise.Power(ResourceBlock, options.StationNoiseFigure));
        Uplink = Decibels.FromLinear(1 + _load * received / weights / noise);
    }

    /// <summary>Between neighbouring sites [m].</summary>
    public double Distance { get; }

    /// <summary>By how much the noise of a site is raised [dB].</summary>
    public double Uplink { get; }

    /// <summary>By how much the noise of a device is raised [dB], to whole decibels.</summary>
    /// <param name="couplingLoss">To its site [dB].</param>
    /// <param name="distance">From its site [m]; beyond the corner of the hexagon as at that corner.</param>
    public int Downlink(double couplingLoss, double distance) =>
        (int)Math.Round(Decibels.FromLinear(1 + _load * Decibels.ToLinear(_ratio - couplingLoss + Factor(distance))));

    /// <summary>F, power of all other sites over that of the own one, at full load [dB].</summary>
    /// <param name="distance">From the own site [m].</param>
    public double Factor(double distance)
    {
        var step = Math.Min(Steps, distance / _step);
        var below = Math.Min(Steps - 1, (int)step);
        return _factors[below] + (step - below) * (_factors[below + 1] - _factors[below]);
    }
}
