namespace M2mVsIoTSim.Radio.Gsm;

/// <summary>Sizes of short messages that carry octets.</summary>
/// <remarks>3GPP TS 23.040, sections 9.2.3.16 and 9.2.3.24 (from memory): 140 octets of user data; a header of 6 octets in each part of a longer one.</remarks>
public static class ShortMessage
{
    /// <summary>User data of one short message [B].</summary>
    public const int Capacity = 140;

    /// <summary>User data of a part of a longer one: 140 less a header of 6 [B].</summary>
    public const int PartCapacity = 134;

    /// <summary>Greatest number of parts [1].</summary>
    public const int MostParts = 255;

    /// <summary>Service centre, destination, coding and length around the user data (SMS-SUBMIT) [B].</summary>
    public const int Overhead = 13;

    /// <summary>Short messages that content takes [1].</summary>
    /// <param name="octets">0 or more [B].</param>
    public static int Parts(int octets)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(octets);
        return octets <= Capacity ? 1 : (octets + PartCapacity - 1) / PartCapacity;
    }

    /// <summary>Octets of a part with its overhead [B].</summary>
    /// <param name="octets">Of the whole content [B].</param>
    /// <param name="part">From 0 [1].</param>
    public static int LengthOf(int octets, int part) =>
        Overhead + (octets <= Capacity ? octets : Capacity - PartCapacity + Math.Min(PartCapacity, octets - part * PartCapacity));
}
