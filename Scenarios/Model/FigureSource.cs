using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Where a figure of a job comes from, and how sure it is.</summary>
public sealed record FigureSource
{
    /// <summary>The publication, standard or data sheet, with table or section; for a choice, why.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the figure is.</summary>
    public required Mark Mark { get; init; }
}
