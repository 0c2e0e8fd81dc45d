using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A fault that is declared beforehand: it shifts what devices measure.</summary>
public sealed record FaultSpec : IChecked
{
    /// <summary>What it does.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>By how much samples are off, in the unit of the noise.</summary>
    [Unit("1", Minimum = 1e-9)]
    public required double Size { get; init; }

    /// <summary>How often it happens to a device or, where it spreads, to all of them together.</summary>
    [Unit("1/s", Minimum = 0)]
    public required double Rate { get; init; }

    /// <summary>How long it lasts, until somebody mends it in any case.</summary>
    [Unit("s", Minimum = 1)]
    public required Duration Lasts { get; init; }

    /// <summary>Share of the devices that it strikes, where it spreads.</summary>
    [Unit("1", Minimum = 1e-6, Maximum = 1)]
    public double? Share { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Share is null == (Kind == FaultKind.Spread)
            ? [(nameof(Share), "a 'share' of the devices belongs to 'kind: spread', and only there", [nameof(Share), nameof(Kind)])]
            : [];
}
