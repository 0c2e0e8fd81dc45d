using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What a paired comparison of two architectures shows.</summary>
public enum Verdict
{
    /// <summary>Too few replications to say anything.</summary>
    [CsvEnumName("not enough replications")]
    NotEnoughReplications,

    /// <summary>A is lower than B.</summary>
    [CsvEnumName("A lower")]
    ALower,

    /// <summary>B is lower than A.</summary>
    [CsvEnumName("B lower")]
    BLower,

    /// <summary>The replications do not tell them apart, which does not show that they are equal.</summary>
    [CsvEnumName("no significant difference")]
    NoSignificantDifference,

    /// <summary>They differ by less than the margin that matters, and no requirement tells them apart; only where the scenario states one.</summary>
    [CsvEnumName("equivalent within the margin")]
    Equivalent,

    /// <summary>A percentile of fewer messages a replication than it takes, or a share of fewer arrivals in all replications: no test is made.</summary>
    [CsvEnumName("too few messages")]
    TooFewMessages,

    /// <summary>Every replication gave the same value on both sides, but for rounding.</summary>
    [CsvEnumName("identical")]
    Identical,
}
