using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>A hop of an architecture to one end, in the parts that can be swapped.</summary>
/// <param name="From">The place nearer to the devices.</param>
/// <param name="To">The other end.</param>
/// <param name="Access">What lies before the operator's core and the Internet, where the hop touches a device of the field.</param>
/// <param name="Path">The rest of what is crossed.</param>
/// <param name="Standby">The standby path; null without one.</param>
/// <param name="Speaks">What the ends speak; null where the technology has a session of its own.</param>
/// <param name="Place">Where the hop was written.</param>
internal sealed record WrittenHop(
    string From,
    string To,
    IReadOnlyList<YamlNode> Access,
    IReadOnlyList<YamlNode> Path,
    YamlNode? Standby,
    YamlNode? Speaks,
    SourcePosition Place
);
