namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>How much weight a remark has.</summary>
public enum RemarkKind
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>To be looked at before believing the results.</summary>
    Warning,
}
