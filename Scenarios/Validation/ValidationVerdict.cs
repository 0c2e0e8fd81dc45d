namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>What a comparison of a model with something independent came to.</summary>
public enum ValidationVerdict
{
    /// <summary>Obtained is what was expected, within the criterion.</summary>
    Agrees,

    /// <summary>Outside a 99 % interval and inside the 99.99 % one: one agreeing row in a hundred is expected to be so.</summary>
    Marginal,

    /// <summary>The interval is wider than the criterion allows, so that it proves little.</summary>
    TooWide,

    /// <summary>It differs.</summary>
    Differs,

    /// <summary>It differs, and the cause is known and stated.</summary>
    DiffersAsExplained,

    /// <summary>It differs, and not as it did when the cause was stated.</summary>
    Drifts,

    /// <summary>A cause for a difference is stated and there is none.</summary>
    CauseIsGone,
}
