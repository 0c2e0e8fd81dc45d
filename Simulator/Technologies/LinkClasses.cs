namespace M2mVsIoTSim.Technologies;

/// <summary>What the number of base stations depends on: the classes in which devices transmit, such as bit rates, and what each needs and bears.</summary>
internal abstract class LinkClasses
{
    /// <summary>Number of classes [1].</summary>
    public abstract int Count { get; }

    /// <summary>Radiated power of a device and the stations' antenna gain [dBm].</summary>
    public abstract double Radiated { get; }

    /// <summary>The class of a device.</summary>
    /// <param name="power">At the station that hears it best [dBm].</param>
    public abstract int ClassAt(double power);

    /// <summary>Least power that a station receives [dBm].</summary>
    public abstract double Sensitivity(int linkClass);

    /// <summary>Share of a device's messages that it may send at all [1].</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="messagesPerSecond">Which it has to send [1/s].</param>
    public abstract double Permitted(int linkClass, double messagesPerSecond);

    /// <summary>Expected number of others that a transmission meets at a station [1].</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="messagesPerSecond">Messages of others that the station hears, by class [1/s].</param>
    public abstract double Meets(int linkClass, ReadOnlySpan<double> messagesPerSecond);

    /// <summary>Probability that a message arrives of which every transmission does with a probability [1].</summary>
    public abstract double Arrives(double transmission);

    /// <summary>Share of a station's own capacity in use [1]; 0 where there is no limit but the air.</summary>
    /// <param name="messagesPerSecond">Messages that it hears, by class [1/s].</param>
    public virtual double Use(ReadOnlySpan<double> messagesPerSecond) => 0;

    /// <summary>Expected number of answers of its own station that a transmission meets and is not heard for [1]; 0 where stations hear while they send.</summary>
    /// <param name="linkClass">Its class.</param>
    /// <param name="messagesPerSecond">Messages of others that the station serves, by class [1/s].</param>
    public virtual double MeetsAnswers(int linkClass, ReadOnlySpan<double> messagesPerSecond) => 0;

    /// <summary>Share of what a station may send in use [1]; 0 where stations do not answer.</summary>
    /// <param name="messagesPerSecond">Messages that it serves, by class [1/s].</param>
    public virtual double Sends(ReadOnlySpan<double> messagesPerSecond) => 0;
}
