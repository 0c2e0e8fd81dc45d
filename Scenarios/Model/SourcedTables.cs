using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Shares of a battery's charge by temperature, with their source.</summary>
public sealed record SourcedTemperatureShares : IChecked
{
    /// <summary>The points of the table, the coldest first.</summary>
    public required IReadOnlyList<TemperatureShare> Points { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure they are.</summary>
    public required Mark Mark { get; init; }

    /// <summary>The share at a temperature [1].</summary>
    /// <param name="temperature">Not below the coldest point [°C].</param>
    internal double At(double temperature) => Derating.TemperatureShare([.. Points.Select(point => (point.At, point.Share))], temperature);

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Points.Count == 0 || Points.Zip(Points.Skip(1)).Any(pair => pair.First.At >= pair.Second.At)
            ? [(nameof(Points), "a table by temperature has at least one point, the coldest first", [nameof(Points)])]
            : [];
}

/// <summary>A point of a table by temperature.</summary>
public sealed record TemperatureShare
{
    /// <summary>The temperature.</summary>
    [Unit("°C", Minimum = -100, Maximum = 150)]
    public required double At { get; init; }

    /// <summary>The share of the charge that is left.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public required double Share { get; init; }
}

/// <summary>Charges of a battery by mean current, with their source.</summary>
public sealed record SourcedCharges : IChecked
{
    /// <summary>The points of the table, the least current first.</summary>
    public required IReadOnlyList<ChargeAtCurrent> Points { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure they are.</summary>
    public required Mark Mark { get; init; }

    /// <summary>The charge under a mean current [Ah].</summary>
    /// <param name="current">Not negative [A].</param>
    internal double At(double current) => Derating.ChargeAt([.. Points.Select(point => (point.At, point.Charge))], current);

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Points.Count == 0 || Points.Zip(Points.Skip(1)).Any(pair => pair.First.At >= pair.Second.At)
            ? [(nameof(Points), "a table by current has at least one point, the least current first", [nameof(Points)])]
            : [];
}

/// <summary>A point of a table by mean current.</summary>
public sealed record ChargeAtCurrent
{
    /// <summary>The mean current.</summary>
    [Unit("A", Minimum = 0)]
    public required double At { get; init; }

    /// <summary>The charge that it can draw.</summary>
    [Unit("Ah", Minimum = 0)]
    public required double Charge { get; init; }
}
