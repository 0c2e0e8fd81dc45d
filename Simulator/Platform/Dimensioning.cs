using System.Globalization;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>Sets up queueing stations by one rule for all kinds of platforms.</summary>
public static class Dimensioning
{
    /// <summary>Smallest number of servers that are busy for at most a share of the time: ⌈rate · work / share⌉, at least 1 [1].</summary>
    /// <param name="messagesPerSecond">Rate of arrivals [1/s], not negative.</param>
    /// <param name="work">Mean work on a message.</param>
    /// <param name="utilisation">Greatest share of the time in use, above 0 and at most 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range, or more servers than can be counted.</exception>
    public static int Servers(double messagesPerSecond, Duration work, double utilisation)
    {
        if (!(messagesPerSecond >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(messagesPerSecond), messagesPerSecond, "A rate is not negative.");
        }

        if (utilisation is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(utilisation), utilisation, "A utilisation lies above 0 and is at most 1.");
        }

        // A load that fills n servers exactly must not need n + 1 of them for a rounding error.
        var servers = Math.Ceiling(messagesPerSecond * work.TotalSeconds / utilisation * (1 - 1e-12));
        return servers <= int.MaxValue
            ? Math.Max(1, (int)servers)
            : throw new ArgumentOutOfRangeException(
                nameof(messagesPerSecond),
                messagesPerSecond,
                "No number of servers carries this rate."
            );
    }

    /// <summary>A station for a plan.</summary>
    /// <param name="plan">Where and for what.</param>
    /// <param name="service">Work on a message that leaves as one copy; no work at all if its mean is zero.</param>
    /// <param name="servers">Number of servers; null for the smallest that keeps to the planned utilisation [1].</param>
    /// <param name="room">Messages that can wait [1].</param>
    /// <param name="copyShare">Share of the work that is done for each copy [1].</param>
    /// <param name="unit">What a server is called among the components.</param>
    /// <param name="counts">Whether messages are counted even where they take no work.</param>
    public static PlatformInstallation Station(
        PlatformPlan plan,
        ServiceTime service,
        int? servers,
        int room,
        double copyShare,
        string unit,
        bool counts = false
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (service.Mean == Duration.Zero)
        {
            return new PlatformInstallation(
                counts ? new Passage() : null,
                [new Component(unit, 1, "not a bottleneck: no processing time")],
                []
            );
        }

        var demand = plan.Demand;
        var work = service.Mean * ServiceStation.Weight(copyShare, plan.CopiesPerMessage);
        var count = servers ?? Servers(demand.MessagesPerSecond, work, demand.Utilisation);
        var load = demand.MessagesPerSecond * work.TotalSeconds / count;
        var how = servers is null ? $"smallest number with at most {Percent(demand.Utilisation)} in use" : "as given";
        IReadOnlyList<string> findings =
            load < 1 ? [] : [$"{count} {unit}(s) are offered {Percent(load)} of what they can do: the queue grows until it is full."];
        return new PlatformInstallation(
            new ServiceStation(plan.Simulation, plan.Entity, service, count, room, copyShare),
            [new Component(unit, count, $"{how}: {Percent(load)} in use")],
            findings
        )
        {
            Planned = demand.Utilisation,
            CoresNeeded = servers ?? demand.MessagesPerSecond * work.TotalSeconds / demand.Utilisation,
        };
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
