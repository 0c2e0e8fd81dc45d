using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How the best design of a family does a job.</summary>
public enum DecisionVerdict
{
    /// <summary>It meets everything that is required, at every point.</summary>
    [CsvEnumName("meets")]
    Meets,

    /// <summary>Nothing is required of it that was measured.</summary>
    [CsvEnumName("not-judged")]
    NotJudged,

    /// <summary>It misses nothing, but whether it meets everything cannot be told.</summary>
    [CsvEnumName("unclear")]
    Unclear,

    /// <summary>It misses a requirement, or cannot work, at some point.</summary>
    [CsvEnumName("fails")]
    Fails,

    /// <summary>It cannot work at any point.</summary>
    [CsvEnumName("infeasible")]
    Infeasible,

    /// <summary>No design of the family was compared.</summary>
    [CsvEnumName("not-compared")]
    NotCompared,
}
