using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>What devices measure, as far as it is not known beforehand, and what goes wrong there.</summary>
public sealed record Measuring : IChecked
{
    /// <summary>Time from sample to sample.</summary>
    [Unit("s", Minimum = 1e-3)]
    public required Duration Every { get; init; }

    /// <summary>What a report carries, where samples are looked at elsewhere.</summary>
    public CarriedContent Carries { get; init; } = new(1, 16);

    /// <summary>Standard deviation of a sample, from noise of the device's own.</summary>
    [Unit("1", Minimum = 1e-9)]
    public double Noise { get; init; } = 1;

    /// <summary>Standard deviation of what all devices have in common in a sample, in the same unit.</summary>
    [Unit("1", Minimum = 0)]
    public double Common { get; init; }

    /// <summary>What goes wrong, by name.</summary>
    public IReadOnlyDictionary<string, FaultSpec> Faults { get; init; } = new Dictionary<string, FaultSpec>();

    /// <summary>The one of these that happens; all of them if absent.</summary>
    public string? Fault { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Fault is { } fault && !Faults.ContainsKey(fault)
            ? [(nameof(Fault), Spelling.Unknown("fault", fault, Faults.Keys), [nameof(Fault), nameof(Faults)])]
            : [];
}
