using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>A hop of an architecture to one end, in the parts that can be swapped.</summary>
/// <param name="Origin">The hop as it was written.</param>
/// <param name="To">The end.</param>
/// <param name="Access">What lies before the operator's core and the Internet, where the hop touches devices of the field.</param>
/// <param name="Path">The rest of what is crossed.</param>
internal sealed record SwapHop(Hop Origin, string To, IReadOnlyList<TechnologyUse> Access, IReadOnlyList<TechnologyUse> Path)
{
    /// <summary>The place nearer to the devices.</summary>
    public string From => Origin.From;
}
