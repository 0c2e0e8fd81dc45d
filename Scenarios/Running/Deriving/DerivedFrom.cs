using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>A comparison from which cells are derived, and what is known of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comparison">What it says.</param>
/// <param name="Scenario">The file.</param>
/// <param name="Request">What is to be run, and how.</param>
/// <param name="Cells">Its own cells, in the order of the file.</param>
/// <param name="Complaints">Receives what is wrong.</param>
internal sealed record DerivedFrom(
    string Name,
    Comparison Comparison,
    ScenarioFile Scenario,
    RunRequest Request,
    IReadOnlyList<Cell> Cells,
    Complaints Complaints
)
{
    /// <summary>An architecture of the file with values of its parameters (factors of a point that the job has are passed over).</summary>
    public required Func<string, IReadOnlyList<(string Factor, string Value)>, Architecture> ArchitectureAt { get; init; }

    /// <summary>Makes technologies and protocols from their options.</summary>
    public required OptionReader Options { get; init; }

    /// <summary>What everything costs.</summary>
    public required PriceList Prices { get; init; }

    /// <summary>Why the job cannot be laid out at a point on an architecture that is in no file; null if it can.</summary>
    public required Func<Architecture, IReadOnlyList<(string Factor, string Value)>, string?> Problem { get; init; }

    /// <summary>What the file says of a job at a path such as <c>parties.meter.indoor</c>; null if nothing.</summary>
    public required Func<string, string, YamlNode?> Written { get; init; }
}
