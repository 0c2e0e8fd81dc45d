namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>On which side of a bound a value must lie.</summary>
public enum BoundSide
{
    /// <summary>Below the bound: <c>&lt;</c>.</summary>
    Less,

    /// <summary>At the bound or below: <c>&lt;=</c>.</summary>
    AtMost,

    /// <summary>Above the bound: <c>&gt;</c>.</summary>
    Greater,

    /// <summary>At the bound or above: <c>&gt;=</c>.</summary>
    AtLeast,
}
