using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>How a cell keeps devices from asking for access: by chance, and by the class that is part of their identity.</summary>
/// <remarks>
/// <para>By chance (ACB), 3GPP TS 36.331 §5.3.3.11, from memory: a device goes on with probability p and otherwise waits for (0.7 + 0.6 u) times the barring time before it asks again; so it waits for a geometric number of rounds,
/// (1 − p)/p on average. By class (EAB), TS 22.011 §4.3.4 and TS 36.331 §5.3.3.12, from memory: of the ten access classes some are barred, and the network moves them on so that everybody gets a turn.</para>
/// <para>Whoever is paged is not barred. Left out: separate factors for signalling, classes 11 to 15, exceptions of alarms, barring that follows the load, time until a changed list is read.</para>
/// <para>Validated by <c>m2miot validate cellular-random-access</c>.</para>
/// </remarks>
public sealed record AccessBarring
{
    /// <summary>Access classes of ordinary devices, the last digit of the subscriber's identity [1].</summary>
    public const int Classes = 10;

    /// <summary>Probability that a device may go on [1], above 0; 1 for no barring by chance.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Mean time that a barred device waits before it asks again.</summary>
    public Duration Time { get; init; }

    /// <summary>Classes that are barred at a time [1], below <see cref="Classes"/>; 0 for no barring by class.</summary>
    public int BarredClasses { get; init; }

    /// <summary>Time after which the barred classes are the next ones.</summary>
    public Duration Turn { get; init; }

    /// <summary>Time of one round of barring.</summary>
    /// <param name="uniform">From 0 to 1 [1].</param>
    public Duration Round(double uniform) => Time * (0.7 + 0.6 * uniform);

    /// <summary>The earliest time at which a class is not barred.</summary>
    /// <param name="accessClass">From 0 [1].</param>
    /// <param name="from">Not before.</param>
    public SimTime FreeFrom(int accessClass, SimTime from)
    {
        if (BarredClasses == 0)
        {
            return from;
        }

        var turn = from.Nanoseconds / Turn.Nanoseconds;
        var behind = (int)((accessClass - turn % Classes + Classes) % Classes);
        return behind >= BarredClasses ? from : new SimTime((turn + behind + 1) * Turn.Nanoseconds);
    }

    /// <summary>Refuses what means nothing.</summary>
    internal void Check()
    {
        if (Factor is not (> 0 and <= 1))
        {
            throw new ArgumentException($"A barring factor of {Factor} lets nobody in or is no probability; it is above 0 and at most 1.");
        }

        if (BarredClasses is < 0 or >= Classes || BarredClasses > 0 && Turn <= Duration.Zero)
        {
            throw new ArgumentException(
                $"{BarredClasses} of {Classes} access classes barred for {Turn} each: at least one has to be free, and the turn has to take time."
            );
        }
    }
}
