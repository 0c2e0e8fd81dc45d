using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What the devices of one carrier at one station share.</summary>
internal sealed class RadioCell
{
    public RadioCell(CellNetwork network)
    {
        var air = network.Air;
        FreeGrants = air.ConfiguredGrantPeriod is null ? 0 : air.ConfiguredGrants;
        Uplink = new AirResource(air.UplinkUnits, air.AccessShare, (ready, length) => air.Opportunity(isUp: true, ready, length));
        Downlink = new AirResource(air.DownlinkUnits, opportunity: (ready, length) => air.Opportunity(isUp: false, ready, length));
        Common = network.Air.CommonControl is null ? Downlink : new AirResource(1);
        Access = [.. network.Air.Levels.Select(settings => new RandomAccessChannel(network, this, settings, null))];
        TwoStep =
        [
            .. network.Air.Levels.Select(settings =>
                settings.TwoStep is { } two ? new RandomAccessChannel(network, this, settings, two) : null
            ),
        ];
    }

    /// <summary>Configured grants that no device holds [1].</summary>
    public int FreeGrants { get; private set; }

    /// <summary>A device takes a configured grant, if there is one left.</summary>
    /// <returns>Whether there was.</returns>
    public bool TryTakeGrant()
    {
        if (FreeGrants == 0)
        {
            return false;
        }

        FreeGrants--;
        return true;
    }

    /// <summary>A device gives its configured grant back.</summary>
    public void ReturnGrant() => FreeGrants++;

    public AirResource Uplink { get; }

    public AirResource Downlink { get; }

    /// <summary>Devices that have more than one interval to send, or to receive [1].</summary>
    public int UplinkSharers { get; private set; }

    /// <inheritdoc cref="UplinkSharers"/>
    public int DownlinkSharers { get; private set; }

    /// <summary>Counts a device in, or out.</summary>
    public void Share(bool isUp, int by)
    {
        UplinkSharers += isUp ? by : 0;
        DownlinkSharers += isUp ? 0 : by;
    }

    /// <summary>Where random access is answered and devices are paged; the downlink where there is no channel of its own for that.</summary>
    public AirResource Common { get; }

    /// <summary>Takes time for a message of the downlink, or of the common control channel, and for what it grants on the uplink, which has to follow within a limit.</summary>
    /// <param name="channel">Of the message.</param>
    /// <param name="now">The present.</param>
    /// <param name="link">Of the device, whose search spaces count.</param>
    /// <param name="ready">When the message may begin at the earliest.</param>
    /// <param name="message">The message.</param>
    /// <param name="latest">When it may begin at the latest.</param>
    /// <param name="granted">What it grants.</param>
    /// <param name="begin">When the message begins.</param>
    /// <param name="data">When what it grants begins.</param>
    public bool TryGrant(
        AirResource channel,
        SimTime now,
        RadioLink link,
        SimTime ready,
        in Airtime message,
        SimTime latest,
        in Granted granted,
        out SimTime begin,
        out SimTime data
    )
    {
        data = ready;
        while (channel.TryReserve(now, link.SearchSpaceFrom(ready), message.Units, message.Length, latest, out begin))
        {
            var from = begin + granted.After;
            if (Uplink.TryReserve(now, from, granted.Data.Units, granted.Data.Length, from + granted.Slack, out data))
            {
                return true;
            }

            // The uplink is full at that time: the message goes as much later.
            channel.Free(begin, message.Units, message.Length);
            ready = data - granted.Slack - granted.After;
        }

        return false;
    }

    /// <summary>Random access at each coverage-enhancement level.</summary>
    public RandomAccessChannel[] Access { get; }

    /// <summary>The preambles with a request behind them at each level; null where there are none.</summary>
    public RandomAccessChannel?[] TwoStep { get; }
}
