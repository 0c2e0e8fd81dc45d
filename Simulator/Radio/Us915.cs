using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Regional parameters of LoRaWAN in North America, 902 to 928 MHz.</summary>
/// <remarks>
/// LoRaMac-node <c>RegionUS915</c>, The Things Stack band <c>us_902_928</c>. There is no duty cycle; that a channel is dwelt on for at most 400 ms limits the
/// payloads. Data rates 5 and 6 (LR-FHSS) are not listed; without a repeater.
/// </remarks>
public static class Us915
{
    /// <summary>Channels of 125 kHz in a sub-band; one of 500 kHz belongs to them [1].</summary>
    public const int NarrowPerSubBand = 8;

    private const int NarrowChannels = 64;
    private const int WideChannels = 8;

    /// <summary>The plan.</summary>
    public static RegionalPlan Plan { get; } =
        new()
        {
            Name = "us915",
            Carrier = 915.0.Megahertz,
            Uplinks =
            [
                new(0, 10, 125.Kilohertz, 11),
                new(1, 9, 125.Kilohertz, 53),
                new(2, 8, 125.Kilohertz, 125),
                new(3, 7, 125.Kilohertz, 242),
                new(4, 8, 500.Kilohertz, 242),
            ],
            Downlinks =
            [
                new(8, 12, 500.Kilohertz, 53),
                new(9, 11, 500.Kilohertz, 129),
                new(10, 10, 500.Kilohertz, 242),
                new(11, 9, 500.Kilohertz, 242),
                new(12, 8, 500.Kilohertz, 242),
                new(13, 7, 500.Kilohertz, 242),
            ],
            Channels =
            [
                .. Enumerable.Range(0, NarrowChannels).Select(k => new LoRaChannel(k, (902.3 + 0.2 * k).Megahertz, 125.Kilohertz)),
                .. Enumerable
                    .Range(0, WideChannels)
                    .Select(k => new LoRaChannel(NarrowChannels + k, (903.0 + 1.6 * k).Megahertz, 500.Kilohertz)),
            ],
            DownlinkChannels = [.. Enumerable.Range(0, 8).Select(k => (923.3 + 0.6 * k).Megahertz)],
            SubBands = [new("ISM", 902.0.Megahertz, 928.0.Megahertz, 1, 33.85)],
            FirstWindow =
            [
                [10, 9, 8, 8],
                [11, 10, 9, 8],
                [12, 11, 10, 9],
                [13, 12, 11, 10],
                [13, 13, 12, 11],
            ],
            SecondWindow = 923.3.Megahertz,
            AdaptiveMaximum = 3,
            PowerSteps = 14,
            JoinAccept = 17,
        };

    /// <summary>The channels of a sub-band: eight of 125 kHz, then one of 500 kHz.</summary>
    /// <param name="number">1 to 8 [1].</param>
    public static IReadOnlyList<LoRaChannel> SubBand(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, WideChannels);
        return [.. Plan.Channels.Skip(NarrowPerSubBand * (number - 1)).Take(NarrowPerSubBand), Plan.Channels[NarrowChannels + number - 1]];
    }
}
