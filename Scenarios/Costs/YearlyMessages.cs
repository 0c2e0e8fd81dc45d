using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>Messages in a year, from those of a run.</summary>
/// <remarks>
/// A year is taken to be like the measured time, storms apart: a run has one of each, a year as many as the job says. What a storm set off is known by its
/// relation, so what was lost, or never sent as an answer came, takes nothing from the traffic beside it.
/// </remarks>
internal static class YearlyMessages
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>Messages at a piece of equipment in a year [1/a].</summary>
    /// <param name="job">The job.</param>
    /// <param name="handled">What it handled in the measured time.</param>
    /// <param name="measured">That time.</param>
    public static double Of(Job job, IEnumerable<HandledMessages> handled, Duration measured) =>
        handled.Sum(one => one.Number * Times(job, one.Relation, measured));

    /// <summary>How often a year has what a relation did in the measured time [1/a].</summary>
    /// <param name="job">The job.</param>
    /// <param name="relation">Name of the relation, of which a storm may be the first cause.</param>
    /// <param name="measured">The measured time.</param>
    public static double Times(Job job, string relation, Duration measured) =>
        Causes.First(job, job.Relations[relation]) is { Window: not null } storm
            ? Generators.StormRate(storm) * SecondsPerYear
            : SecondsPerYear / measured.TotalSeconds;
}
