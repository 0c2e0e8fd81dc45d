using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Advertisements of Bluetooth Low Energy on its 1 Mbit/s PHY.</summary>
/// <remarks>Bluetooth Core 5, volume 6, part B, sections 2.1, 2.3 and 4.4.2 (from memory); 280 µs for 19 octets of data as in the BlueJoule measurements (confirmed).</remarks>
public static class BlePdu
{
    /// <summary>Longest data of an advertisement [B].</summary>
    public const int MaximumData = 31;

    /// <summary>Primary advertising channels, 37 to 39 [1].</summary>
    public const int Channels = 3;

    /// <summary>Preamble 1, access address 4, header 2, advertiser's address 6, check sum 3 [B].</summary>
    public const int AdvertisingOctets = 16;

    /// <summary>Length 1, type 1 and company 2 of manufacturer-specific data, and the number of the message 1 [B].</summary>
    public const int ContentOctets = 5;

    /// <summary>Time on air of an advertisement on one channel: a microsecond a bit.</summary>
    /// <param name="data">Octets of data, 0 to 31 [B].</param>
    public static Duration Advertisement(int data)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(data);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data, MaximumData);
        return (8 * (AdvertisingOctets + data)).Microseconds;
    }

    /// <summary>Probability that no other advertiser disturbs an advertisement: exp(−2 (N − 1) T / (I + D/2)).</summary>
    /// <param name="advertisers">N within reach, all alike, at least 1 [1].</param>
    /// <param name="airtime">T of an advertisement on one channel.</param>
    /// <param name="interval">I from event to event.</param>
    /// <param name="greatestDelay">D: the random delay of each event is uniform up to it.</param>
    public static double Undisturbed(int advertisers, Duration airtime, Duration interval, Duration greatestDelay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(advertisers, 1);
        return Math.Exp(-2.0 * (advertisers - 1) * (airtime / (interval + greatestDelay / 2)));
    }
}
