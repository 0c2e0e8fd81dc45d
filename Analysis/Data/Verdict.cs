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

    /// <summary>The replications do not tell them apart.</summary>
    [CsvEnumName("no significant difference")]
    NoSignificantDifference,

    /// <summary>Every replication gave the same value on both sides.</summary>
    [CsvEnumName("identical")]
    Identical,
}
