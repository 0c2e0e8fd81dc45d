using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>How the stations of a <see cref="WlanChannel"/> share it.</summary>
public sealed record WlanSettings
{
    /// <param name="phy">Their physical layer, which says what is not set.</param>
    public WlanSettings(WlanPhy phy)
    {
        ArgumentNullException.ThrowIfNull(phy);
        Phy = phy;
        (LeastWindow, GreatestWindow) = (phy.LeastWindow, phy.GreatestWindow);
        (Eifs, AnswerTimeout) = (phy.Eifs, phy.AnswerTimeout);
    }

    /// <summary>Their physical layer.</summary>
    public WlanPhy Phy { get; }

    /// <summary>CWmin [1].</summary>
    public int LeastWindow { get; init; }

    /// <summary>CWmax [1].</summary>
    public int GreatestWindow { get; init; }

    /// <summary>Attempts at a short frame, or at a request to send, before the frame is given up [1].</summary>
    public int ShortRetryLimit { get; init; } = 7;

    /// <summary>Attempts at a frame longer than <see cref="RequestThreshold"/> before it is given up [1].</summary>
    public int LongRetryLimit { get; init; } = 4;

    /// <summary>Frames longer than this are preceded by a request to send [B], MAC header and check sequence included.</summary>
    public int RequestThreshold { get; init; } = int.MaxValue;

    /// <summary>Octets around a packet: MAC header, check sequence, link control and encryption [B].</summary>
    public int Overhead { get; init; } = WlanFrame.Header + WlanFrame.LinkControl;

    /// <summary>Longest packet that is carried [B].</summary>
    public int GreatestPacket { get; init; } = 2304 - WlanFrame.LinkControl;

    /// <summary>Propagation between any two stations.</summary>
    public Duration Propagation { get; init; }

    /// <summary>Idle time before slots count again for those who heard a collision.</summary>
    public Duration Eifs { get; init; }

    /// <summary>From the end of a frame without answer until its sender begins to wait for DIFS.</summary>
    public Duration AnswerTimeout { get; init; }

    /// <summary>Whether a busy period counts as one slot for all who wait, as in Bianchi's model of 2000; the standard freezes the counters.</summary>
    public bool CountsBusyPeriods { get; init; }

    /// <summary>By how much a frame to the access point has to be stronger than the sum of those that it collides with to survive [dB]; null if none does.</summary>
    public double? CaptureRatio { get; init; }

    /// <summary>Frames that a station, or the access point, keeps in its queue, the one being sent included [1].</summary>
    public int Queue { get; init; } = 100;

    /// <summary>Frames that the access point keeps for each sleeping station [1].</summary>
    public int Buffer { get; init; } = 16;

    /// <summary>From one beacon to the next; null for a channel without beacons, in which nobody sleeps.</summary>
    public Duration? BeaconInterval { get; init; }

    /// <summary>Time on air of a beacon.</summary>
    public Duration Beacon { get; init; }

    /// <summary>A dozing station listens to every so many-th beacon [1].</summary>
    public int ListenInterval { get; init; } = 1;

    /// <summary>What stations do without traffic.</summary>
    public WlanRest Rest { get; init; }

    /// <summary>For how long a station stays awake after its last exchange, unless it never rests.</summary>
    public Duration Linger { get; init; }

    /// <summary>How long a station that rested takes until it may send: waking up, or association.</summary>
    public Duration WakeUp { get; init; }

    /// <summary>Share of the time that frames of foreign stations occupy, below 1 [1].</summary>
    public double ForeignLoad { get; init; }

    /// <summary>How long a foreign frame and its acknowledgement occupy the channel.</summary>
    public Duration ForeignFrame { get; init; }
}
