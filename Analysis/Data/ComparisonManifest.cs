using System.Text.Json.Serialization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What one comparison asks, compares and assumes.</summary>
/// <param name="Name">The comparison's name.</param>
/// <param name="Question">The question in words.</param>
/// <param name="Job">The job's name.</param>
/// <param name="Architectures">What is compared.</param>
/// <param name="Relations">Who needs what from whom.</param>
/// <param name="Factors">What is swept, apart from the architecture.</param>
/// <param name="Differences">In which factors each two architectures differ.</param>
/// <param name="Assumptions">The figures that the results rest on.</param>
/// <param name="Warnings">What a reader must know before believing the results.</param>
/// <param name="Infeasible">Cells that cannot work.</param>
/// <param name="Margin">Largest difference that does not matter [1]: relative, for shares absolute; null where the scenario states none.</param>
/// <param name="Shortened">What a quick run cut down, such as "meter.count 2000 instead of 20 000"; null or empty where nothing was.</param>
/// <param name="Lifetimes">How long batteries have to last; null or empty where nothing is required.</param>
public sealed record ComparisonManifest(
    string Name,
    string Question,
    string Job,
    IReadOnlyList<ArchitectureManifest> Architectures,
    IReadOnlyList<RelationManifest> Relations,
    IReadOnlyList<FactorManifest> Factors,
    IReadOnlyList<DifferenceManifest> Differences,
    IReadOnlyList<AssumptionManifest> Assumptions,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<InfeasibleCell> Infeasible,
    double? Margin = null,
    IReadOnlyList<string>? Shortened = null,
    IReadOnlyList<LifetimeManifest>? Lifetimes = null
)
{
    /// <summary>Whether a factor belongs to the job.</summary>
    public bool IsOfJob(string factor) => Factors.Any(one => one.Name == factor && one.IsOfJob);

    /// <summary>Whether a factor surrounds a design.</summary>
    public bool IsCondition(string factor) => Factors.Any(one => one.Name == factor && one.IsCondition);

    /// <summary>Whether a design has to cope with a factor; what is not given is a choice.</summary>
    public bool IsGiven(string factor) => Factors.Any(one => one.Name == factor && one.IsGiven);

    /// <summary>What changes between the values of each factor that is swept.</summary>
    public IReadOnlyList<SweepManifest> Sweeps { get; init; } = [];

    /// <summary>How many devices there are at each point; empty where that is not told.</summary>
    public IReadOnlyList<FleetManifest> Fleets { get; init; } = [];

    /// <summary>Over how long costs are counted [a]; 0 where that is not told.</summary>
    public double HorizonYears { get; init; }

    /// <summary>What a device may cost in a year [EUR/a]; null where the scenario states nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BudgetEuroPerDeviceAndYear { get; init; }

    /// <summary>Mixtures of architectures that were run beside it; null where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SwapManifest>? Swaps { get; init; }
}
