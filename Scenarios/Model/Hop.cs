using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A session between two places: what it crosses and what its ends speak.</summary>
public sealed record Hop
{
    /// <summary>The place nearer to the devices.</summary>
    [Advice("one hop for each: only 'to' takes a list")]
    public required string From { get; init; }

    /// <summary>The other end; several ends are several hops alike.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Technologies that the session crosses, in order, each with options.</summary>
    public required IReadOnlyList<TechnologyUse> Over { get; init; }

    /// <summary>Protocol of the session, with options. Absent where the technology has a session of its own.</summary>
    public ProtocolUse? Speaks { get; init; }

    /// <summary>Technologies of a standby path, taken when the first fails.</summary>
    public IReadOnlyList<TechnologyUse> Standby { get; init; } = [];
}
