using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>What is needed, free of technology: parties, where they are, and who needs what from whom.</summary>
public sealed record Job
{
    /// <summary>Where the traffic and the requirements come from.</summary>
    public required string Source { get; init; }

    /// <summary>One or two sentences for the report.</summary>
    public string? Description { get; init; }

    /// <summary>Where the parties are.</summary>
    public Area Area { get; init; } = new();

    /// <summary>Fleets of devices, controllers, applications, people.</summary>
    public required IReadOnlyDictionary<string, Party> Parties { get; init; }

    /// <summary>Who needs which information or command from whom.</summary>
    public required IReadOnlyDictionary<string, RelationSpec> Relations { get; init; }

    /// <summary>Time of day at which a run begins, for relations with <c>hours</c>; where jobs share a site, that of the first holds.</summary>
    [Unit("s", Minimum = 0, Maximum = 86_399)]
    public Duration Begins { get; init; } = Duration.Zero;

    /// <summary>A job of the file or of the library, from which everything is taken that this one does not say; a key with null takes away what it has.</summary>
    /// <remarks>Read before anything else: the job that is read has all of it and is like no other.</remarks>
    [Inherits]
    public string? Like { get; init; }

    /// <summary>Where single figures come from, by their path as in a cross: <c>meter.count</c>, <c>reading.require.delivery</c>, <c>area.radius</c>.</summary>
    public IReadOnlyDictionary<string, FigureSource>? Sources { get; init; }

    /// <summary>Temperature of the members of a party [°C].</summary>
    internal double TemperatureOf(Party party) => party.Temperature ?? Area.Temperature;
}
