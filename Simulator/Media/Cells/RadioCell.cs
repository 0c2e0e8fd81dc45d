namespace M2mVsIoTSim.Media.Cells;

/// <summary>What the devices of one carrier at one station share.</summary>
internal sealed class RadioCell
{
    public RadioCell(CellNetwork network)
    {
        Uplink = new AirResource(network.Air.UplinkUnits);
        Downlink = new AirResource(network.Air.DownlinkUnits);
        Access = [.. network.Air.Levels.Select(settings => new RandomAccessChannel(network, this, settings))];
    }

    public AirResource Uplink { get; }

    public AirResource Downlink { get; }

    /// <summary>Random access at each coverage-enhancement level.</summary>
    public RandomAccessChannel[] Access { get; }
}
