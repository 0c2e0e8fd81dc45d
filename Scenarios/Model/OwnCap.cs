using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A limit of one's own to what a device pays for something, an amount per time. A single amount is known for sure: low and high are the same.</summary>
[ShortForm(nameof(Mid))]
public sealed record OwnCap
{
    /// <summary>What is reckoned with.</summary>
    public required Money Mid { get; init; }

    /// <summary>The least that it may be; as mid if absent.</summary>
    public Money? Low { get; init; }

    /// <summary>The most that it may be; as mid if absent.</summary>
    public Money? High { get; init; }
}
