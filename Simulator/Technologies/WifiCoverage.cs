using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Wlan;

namespace M2mVsIoTSim.Technologies;

/// <summary>The access points of a wireless LAN and the links of devices to them.</summary>
internal sealed class WifiCoverage
{
    private readonly WifiOptions _options;
    private readonly WlanPhy _phy;
    private readonly StationGrid _grid;

    /// <param name="options">Powers and antennas.</param>
    /// <param name="phy">The physical layer.</param>
    /// <param name="propagation">How waves travel.</param>
    /// <param name="random">The luck of the links.</param>
    /// <param name="count">Number of access points [1].</param>
    /// <param name="radius">Of the area [m].</param>
    public WifiCoverage(WifiOptions options, WlanPhy phy, PropagationOptions propagation, Randomness random, int count, double radius)
    {
        (_options, _phy) = (options, phy);
        Propagation = new Propagation(propagation, options.Carrier, random);
        _grid = new StationGrid(Sunflower.Places(count, radius, options.AccessPointHeight), Propagation);
    }

    /// <summary>How waves travel.</summary>
    public Propagation Propagation { get; }

    /// <summary>Where the access points stand.</summary>
    public IReadOnlyList<Units.Position> Stations => _grid.Stations;

    /// <summary>The access point with the least loss, and the link to it.</summary>
    public (int AccessPoint, WlanLink Link) Best(Node device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Best(device, device.Position);
    }

    /// <summary>The access point with the least loss to a device at a place, and the link to it.</summary>
    public (int AccessPoint, WlanLink Link) Best(Node device, Units.Position at)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        var links = _grid.From(device.Entity, at, Propagation.Penetration(device.Entity, device.Indoor));
        while (links.Next(least))
        {
            if (links.Loss < least)
            {
                (best, least) = (links.Station, links.Loss);
            }
        }

        best = best < 0 ? _grid.Nearest(at) : best;
        return (best, LinkOf(device.Entity, best, least - _options.AccessPointAntennaGain - _options.DeviceAntennaGain));
    }

    private WlanLink LinkOf(Entity device, int station, double loss)
    {
        var (up, down) = (_options.DevicePower - loss, _options.AccessPointPower - loss);
        var (upRate, downRate) = (RateFor(up), RateFor(down));
        return new WlanLink(upRate, downRate)
        {
            UpMargin = Margin(up, upRate),
            DownMargin = Margin(down, downRate),
            Milliwatts = Decibels.ToLinear(up),
            Fading = Propagation.Fades ? frame => Propagation.Fading(device, station, frame) : null,
        };
    }

    private int? RateFor(double power) => _phy.RateFor(power - _options.RateReserve, _options.ReceiverGain);

    private double Margin(double power, int? rate) =>
        rate is { } known ? power - (_phy.Rates[known].Sensitivity - _options.ReceiverGain) : double.NegativeInfinity;
}
