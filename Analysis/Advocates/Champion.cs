using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>What a family has to offer at a place.</summary>
/// <param name="Family"><c>m2m</c>, <c>iot</c> or <c>hybrid</c>.</param>
/// <param name="Design">The cheapest design that meets every requirement within the budget, under all conditions; null if there is none. Its point names no condition.</param>
/// <param name="Cost">What it costs for each device [EUR/a]; null without a design.</param>
/// <param name="Fit">Designs of the family that meet every requirement within the budget [1].</param>
/// <param name="Tried">Designs of the family [1].</param>
/// <param name="Failures">What is in the way of the designs that do not.</param>
public sealed record Champion(
    string Family,
    DesignCell? Design,
    double? Cost,
    int Fit,
    int Tried,
    IReadOnlyList<(DesignCell Design, string Failure)> Failures
)
{
    /// <summary>Where there is no champion, the design within the budget that stays behind least where it does worst, then the cheapest; null if there is none.</summary>
    public DesignCell? Candidate { get; init; }

    /// <summary>How far <see cref="Candidate"/> stays behind; null without one.</summary>
    public Shortfall? CandidateShortfall { get; init; }
}
