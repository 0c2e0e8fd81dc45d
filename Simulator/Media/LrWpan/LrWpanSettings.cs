using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>How the radios of an <see cref="LrWpanNetwork"/> share their channel; the defaults are those of IEEE 802.15.4-2006.</summary>
public sealed record LrWpanSettings
{
    /// <summary>macMinBE [1].</summary>
    public int MinimumExponent { get; init; } = 3;

    /// <summary>macMaxBE [1].</summary>
    public int MaximumExponent { get; init; } = 5;

    /// <summary>macMaxCSMABackoffs: assessments that may find the channel busy before the last [1].</summary>
    public int Backoffs { get; init; } = 4;

    /// <summary>macMaxFrameRetries [1].</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Whether frames are acknowledged, and repeated where that fails.</summary>
    public bool Acknowledged { get; init; } = true;

    /// <summary>Octets of a MAC frame around its payload [B].</summary>
    public int MacOctets { get; init; } = LrWpanMac.DataOctets;

    /// <summary>Octets of a data request [B].</summary>
    public int PollOctets { get; init; } = LrWpanMac.DataRequestOctets;

    /// <summary>Frames that wait at a radio, or at a parent for a sleeping child, at most [1].</summary>
    public int Queue { get; init; } = 30;

    /// <summary>Noise of a receiver in 2 MHz [mW].</summary>
    public double Noise { get; init; } = Decibels.ToLinear(OQpsk.NoiseOf(-100));

    /// <summary>Mean power over an assessment from which on the channel is busy [mW].</summary>
    public double BusyPower { get; init; } = Decibels.ToLinear(-90);

    /// <summary>What an assessment of the channel looks at.</summary>
    public ChannelAssessment Assessment { get; init; }

    /// <summary>Datagrams that a radio puts together at a time [1].</summary>
    public int Reassemblies { get; init; } = 8;

    /// <summary>After which an incomplete datagram is given up.</summary>
    public Duration ReassemblyTimeout { get; init; } = 60.Seconds;

    /// <summary>Time between two polls of a sleeping child; zero if it never polls, as nothing comes down.</summary>
    public Duration PollInterval { get; init; }

    /// <summary>Time between two polls while a child expects an answer.</summary>
    public Duration FastPollInterval { get; init; } = 188.Milliseconds;

    /// <summary>Fast polls after a datagram that a child has sent [1].</summary>
    public int FastPolls { get; init; } = 8;

    /// <summary>macTransactionPersistenceTime: how long a parent keeps a datagram for a sleeping child.</summary>
    public Duration Persistence { get; init; } = 7.68.Seconds;

    /// <summary>Currents of sleeping devices and of those that always listen.</summary>
    public LrWpanCurrents Currents { get; init; } = new(3, 0, 0, 0, 0);
}
