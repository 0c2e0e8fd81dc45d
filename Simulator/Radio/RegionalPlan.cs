using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>What the LoRa Alliance's regional parameters say of a region: data rates, channels, receive windows, limits. Data, without behaviour.</summary>
public sealed record RegionalPlan
{
    /// <summary>Its channel plan in lower case, such as eu868.</summary>
    public required string Name { get; init; }

    /// <summary>Data rates of uplinks; the number of each is its place. Those of the narrowest bandwidth come first, the slowest at the front.</summary>
    public required IReadOnlyList<LoRaDataRate> Uplinks { get; init; }

    /// <summary>Data rates of downlinks, by number.</summary>
    public required IReadOnlyList<LoRaDataRate> Downlinks { get; init; }

    /// <summary>Uplink channels, by number.</summary>
    public required IReadOnlyList<LoRaChannel> Channels { get; init; }

    /// <summary>Frequencies of downlinks in the first window, of which that of the uplink channel's number modulo their count is used; empty where it is the uplink's own.</summary>
    public IReadOnlyList<Frequency> DownlinkChannels { get; init; } = [];

    /// <summary>Parts of the band with limits of their own, by frequency.</summary>
    public required IReadOnlyList<SubBand> SubBands { get; init; }

    /// <summary>Data rate of the first receive window: rows by data rate of the uplink, columns by RX1DROffset.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> FirstWindow { get; init; }

    /// <summary>Frequency of the second receive window.</summary>
    public required Frequency SecondWindow { get; init; }

    /// <summary>Greatest data rate that a network server sets by adaptive data rate [1].</summary>
    public required int AdaptiveMaximum { get; init; }

    /// <summary>Greatest TXPower index [1]; each lowers the power by <see cref="PowerStep"/>.</summary>
    public required int PowerSteps { get; init; }

    /// <summary>PHYPayload of a join-accept with what the region's networks put into it [B].</summary>
    public required int JoinAccept { get; init; }

    /// <summary>A middle frequency, for how waves travel.</summary>
    public required Frequency Carrier { get; init; }

    /// <summary>By how much a TXPower index lowers the power: MaxEIRP − 2 TXPower [dB].</summary>
    public const int PowerStep = 2;

    /// <summary>From the end of an uplink to its first receive window, RECEIVE_DELAY1; the second opens a second later.</summary>
    public static readonly Duration ReceiveDelay = 1.Seconds;

    /// <summary>From the end of a join-request to its first receive window, JOIN_ACCEPT_DELAY1; the second opens a second later.</summary>
    public static readonly Duration JoinAcceptDelay = 5.Seconds;

    /// <summary>From the first receive window to the second.</summary>
    public static readonly Duration BetweenWindows = 1.Seconds;

    /// <summary>How many of <see cref="Uplinks"/> have the narrowest bandwidth: all channels but a few carry them [1].</summary>
    public int Narrow => Uplinks.Count(rate => rate.Bandwidth == Uplinks[0].Bandwidth);

    /// <summary>The slowest narrow data rate with a spreading factor.</summary>
    /// <param name="spreadingFactor">SF [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The region has none.</exception>
    public LoRaDataRate UplinkOf(int spreadingFactor)
    {
        foreach (var rate in Uplinks.Take(Narrow))
        {
            if (rate.SpreadingFactor == spreadingFactor)
            {
                return rate;
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(spreadingFactor),
            spreadingFactor,
            $"{Name} has uplinks with SF{Uplinks[Narrow - 1].SpreadingFactor} to SF{Uplinks[0].SpreadingFactor}."
        );
    }

    /// <summary>A downlink data rate by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The region has none of that number.</exception>
    public LoRaDataRate Downlink(int number)
    {
        foreach (var rate in Downlinks)
        {
            if (rate.Number == number)
            {
                return rate;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(number), number, $"{Name} has no downlinks at this data rate.");
    }

    /// <summary>Frequency of the first receive window after an uplink on a channel.</summary>
    public Frequency FirstWindowAfter(LoRaChannel channel) =>
        DownlinkChannels.Count == 0 ? channel.Centre : DownlinkChannels[channel.Number % DownlinkChannels.Count];

    /// <summary>The sub-band in which a frequency lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None.</exception>
    public SubBand SubBandOf(Frequency frequency)
    {
        foreach (var band in SubBands)
        {
            if (frequency >= band.From && frequency < band.To)
            {
                return band;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(frequency), frequency.Hertz, $"No sub-band of {Name} contains this frequency [Hz].");
    }
}
