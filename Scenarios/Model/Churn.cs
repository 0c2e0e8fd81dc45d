using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Members fail at random and are replaced: silent until then, what they meant to send is lost; the replacement stands at the same place, or moves on in its stead.</summary>
public sealed record Churn
{
    /// <summary>Replacements per member and time.</summary>
    [Unit("1/s", Minimum = 0)]
    public required double Replaced { get; init; }

    /// <summary>Mean time until a replacement works.</summary>
    [Unit("s", Minimum = 0)]
    public Duration Provisioning { get; init; } = Duration.Zero;
}
