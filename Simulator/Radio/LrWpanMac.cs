using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Times and sizes of the IEEE 802.15.4 MAC at 2.4 GHz without beacons.</summary>
/// <remarks>IEEE 802.15.4-2006, clauses 7.2, 7.4 and 7.5.1; ns-3 lr-wpan-constants.h and lr-wpan-mac.cc for the numbers (confirmed), sizes of frames derived.</remarks>
public static class LrWpanMac
{
    /// <summary>Frame control 2, sequence number 1, PAN 2, two short addresses 4, check sequence 2 [B].</summary>
    public const int DataOctets = 11;

    /// <summary>Security control 1, frame counter 4, key index 1, integrity code 4: level 5 with a key by index [B].</summary>
    public const int SecurityOctets = 10;

    /// <summary>Acknowledgement: frame control 2, sequence number 1, check sequence 2 [B].</summary>
    public const int AcknowledgementOctets = 5;

    /// <summary>Data request of a device that polls: a frame with short addresses and the command's identifier [B].</summary>
    public const int DataRequestOctets = DataOctets + 1;

    /// <summary>Longest MAC frame after which the short spacing is enough, aMaxSIFSFrameSize [B].</summary>
    public const int ShortFrame = 18;

    /// <summary>aUnitBackoffPeriod: 20 symbols.</summary>
    public static Duration UnitBackoff { get; } = OQpsk.Symbol * 20;

    /// <summary>Clear channel assessment: 8 symbols.</summary>
    public static Duration Assessment { get; } = OQpsk.Symbol * 8;

    /// <summary>aTurnaroundTime between reception and transmission: 12 symbols.</summary>
    public static Duration Turnaround { get; } = OQpsk.Symbol * 12;

    /// <summary>macAckWaitDuration, from the end of a frame: backoff period, turnaround, synchronisation header, 6 octets; 54 symbols.</summary>
    public static Duration AcknowledgementWait { get; } = UnitBackoff + Turnaround + OQpsk.Octet * 5 + OQpsk.Octet * 6;

    /// <summary>Time on air of an acknowledgement.</summary>
    public static Duration Acknowledgement { get; } = OQpsk.Airtime(AcknowledgementOctets);

    /// <summary>Time between frames of one sender: macSIFSPeriod 12 symbols or macLIFSPeriod 40 symbols.</summary>
    /// <param name="psdu">The frame that was sent [B].</param>
    public static Duration Spacing(int psdu) => OQpsk.Symbol * (psdu <= ShortFrame ? 12 : 40);

    /// <summary>macMaxFrameTotalWaitTime: how long a device listens after a poll that finds something, equation in table 86.</summary>
    /// <param name="minimum">macMinBE [1].</param>
    /// <param name="maximum">macMaxBE [1].</param>
    /// <param name="backoffs">macMaxCSMABackoffs [1].</param>
    public static Duration LongestWait(int minimum, int maximum, int backoffs)
    {
        var rising = Math.Min(maximum - minimum, backoffs);
        var units = ((1L << maximum) - 1) * (backoffs - rising);
        for (var k = 0; k < rising; k++)
        {
            units += 1L << (minimum + k);
        }

        return UnitBackoff * units + OQpsk.Airtime(OQpsk.MaximumPsdu);
    }

    /// <summary>From the beginning of the first backoff until the next frame may begin its own, on an idle channel and in the mean.</summary>
    /// <param name="psdu">The frame [B].</param>
    /// <param name="minimum">macMinBE [1].</param>
    /// <param name="acknowledged">Whether it is acknowledged.</param>
    public static Duration MeanExchange(int psdu, int minimum, bool acknowledged) =>
        UnitBackoff * (((1L << minimum) - 1) / 2.0)
        + Assessment
        + Turnaround
        + OQpsk.Airtime(psdu)
        + (acknowledged ? Turnaround + Acknowledgement : Duration.Zero)
        + Spacing(psdu);
}
