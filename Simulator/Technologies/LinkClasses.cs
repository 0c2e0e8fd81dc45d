using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the number of base stations depends on: the classes in which devices transmit, such as bit rates, and what each needs and bears.</summary>
internal abstract class LinkClasses
{
    /// <summary>Number of classes [1].</summary>
    public abstract int Count { get; }

    /// <summary>Radiated power of a device and the stations' antenna gain [dBm].</summary>
    public abstract double Radiated { get; }

    /// <summary>Least ratio of a transmission's energy to that of others within its bandwidth [dB].</summary>
    public abstract double LeastRatio { get; }

    /// <summary>The class of a device.</summary>
    /// <param name="power">At the station that hears it best [dBm].</param>
    public abstract int ClassAt(double power);

    /// <summary>Least power that a station receives [dBm].</summary>
    public abstract double Sensitivity(int linkClass);

    /// <summary>Length of a transmission.</summary>
    public abstract Duration Airtime(int linkClass);

    /// <summary>Bandwidth of a transmission.</summary>
    public abstract Frequency Bandwidth(int linkClass);

    /// <summary>Probability that the carriers of two transmissions lie so near that they meet if they overlap in time [1].</summary>
    public abstract double Near(int linkClass, int other);

    /// <summary>Share of the meetings of two transmissions that destroy the first [1].</summary>
    /// <param name="linkClass">Class of the first.</param>
    /// <param name="other">Class of the other.</param>
    /// <param name="ratio">Power of the first over what it needs above the other [1].</param>
    public virtual double Lost(int linkClass, int other, double ratio) =>
        NarrowbandContest.Share(
            Airtime(linkClass).TotalSeconds,
            Bandwidth(linkClass).Hertz,
            Airtime(other).TotalSeconds,
            Bandwidth(other).Hertz,
            ratio
        );

    /// <summary>Share of a device's messages that it may send at all [1].</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="messagesPerSecond">Which it has to send [1/s].</param>
    public abstract double Permitted(int linkClass, double messagesPerSecond);

    /// <summary>Probability that a message arrives of which every transmission does with a probability [1].</summary>
    public abstract double Arrives(double transmission);

    /// <summary>Mean number of transmissions of a message of which every one arrives with a probability [1].</summary>
    public abstract double Transmissions(double transmission);

    /// <summary>Expected number of foreign transmissions that destroy one at a station [1].</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="power">At the station [dBm].</param>
    public abstract double Foreign(int linkClass, double power);

    /// <summary>Expected number of answers of its own station that a transmission meets and is not heard for [1]; 0 where stations hear while they send.</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="messagesPerSecond">Messages of others that the station serves, by class [1/s].</param>
    public virtual double MeetsAnswers(int linkClass, ReadOnlySpan<double> messagesPerSecond) => 0;

    /// <summary>Share of what a station may send in use [1]; 0 where stations do not answer.</summary>
    /// <param name="messagesPerSecond">Messages that it serves, by class [1/s].</param>
    public virtual double Sends(ReadOnlySpan<double> messagesPerSecond) => 0;
}
