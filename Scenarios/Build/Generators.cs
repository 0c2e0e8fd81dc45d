using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Traffic;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The traffic of a relation.</summary>
internal static class Generators
{
    /// <summary>How many storms break out in a year where the job does not say: one, chosen. A run has one whatever it lasts.</summary>
    public const double StormsPerYear = 1;

    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>
    /// Mean rate of messages of one member of the producing party over a day [1/s]; a storm counts with its peak, what is sent unless an answer comes as
    /// if none ever came.
    /// </summary>
    public static double MeanRate(Job job, RelationSpec spec) => MeanRate(job, spec, OwnRate);

    /// <summary>The same over years, for what is reckoned over them: a storm counts with how often it breaks out.</summary>
    public static double LongRunRate(Job job, RelationSpec spec) =>
        MeanRate(job, spec, first => first.Window is null ? OwnRate(first) : StormRate(first));

    /// <summary>How often a storm breaks out [1/s].</summary>
    public static double StormRate(RelationSpec storm) => storm.Rate ?? StormsPerYear / SecondsPerYear;

    private static double MeanRate(Job job, RelationSpec spec, Func<RelationSpec, double> own)
    {
        var chain = Causes.Chain(job, spec);
        var rate = own(chain[^1]) * (chain[^1].Burst?.Messages ?? 1);
        for (var back = chain.Count - 1; back > 0; back--)
        {
            var (cause, caused) = (chain[back], chain[back - 1]);
            rate *= (double)Causes.Count(job, cause.From) * Causes.Reached(job, cause, caused) / Causes.Count(job, caused.From);
        }

        return rate;
    }

    /// <summary>The same in the busiest hour of the day [1/s], for which capacity is planned. Bursts of different members do not coincide, so they add nothing to it.</summary>
    public static double BusiestRate(Job job, RelationSpec spec) => MeanRate(job, spec) * (DayOf(job, spec)?.Peak ?? 1);

    /// <summary>How the rate of a relation, or of the first that causes it, follows the day; null if it does not.</summary>
    public static DayProfile? DayOf(Job job, RelationSpec spec) =>
        Causes.First(job, spec).Hours is { } hours ? new DayProfile(DayProfiles.WeightsOf(hours)) { Starts = job.Begins } : null;

    private static double OwnRate(RelationSpec spec) =>
        spec.Every is { } period ? 1 / period.TotalSeconds
        : spec.Window is { } window ? 1 / Math.Max(window.TotalSeconds, 1)
        : spec.Rate ?? 0;

    /// <summary>Starts the producers of a relation.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="job">The job.</param>
    /// <param name="members">The producing party.</param>
    /// <param name="root">The tree of the relation.</param>
    /// <param name="spec">The relation.</param>
    /// <param name="targets">Members of which each message is for one; 1 if it is for all [1].</param>
    /// <param name="begin">When the measurement begins: a storm breaks out then.</param>
    /// <param name="end">When producers stop.</param>
    public static void Start(
        Simulation simulation,
        Job job,
        IReadOnlyList<Node> members,
        Branch root,
        RelationSpec spec,
        int targets,
        SimTime begin,
        SimTime end
    )
    {
        var (isPaired, isAmongPeers) = (spec.Pairing == Pairing.OneToOne, spec.To.Contains(spec.From));
        FleetTraffic? traffic =
            spec.Every is { } period
                ? new PeriodicTraffic(simulation, members, root, period, end, targets: targets)
                {
                    IsPaired = isPaired,
                    IsAmongPeers = isAmongPeers,
                }
            : spec.Window is { } window
                ? new StormTraffic(simulation, members, root, [begin], window, end, targets: targets)
                {
                    IsPaired = isPaired,
                    IsAmongPeers = isAmongPeers,
                }
            : spec.Rate is { } rate and > 0
                ? new PoissonTraffic(simulation, members, root, rate, end, DayOf(job, spec), targets)
                {
                    Burst = spec.Burst is { } burst ? new BurstShape(burst.Messages, burst.Every) : null,
                    IsPaired = isPaired,
                    IsAmongPeers = isAmongPeers,
                }
            : null;
        traffic?.Start();
    }
}
