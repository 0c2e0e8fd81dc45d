using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Traffic of others on the same resources, which a block finds before it: worked out when the block comes, without events of its own.</summary>
/// <remarks>
/// The work that a newcomer finds in an M/M/1 queue: nothing with probability 1 − ρ, otherwise exponential of mean S/(1 − ρ), so P(W &gt; t) = ρ e^(−(1−ρ)t/S). Kleinrock, Queueing Systems I, §3.2 (from memory).
/// Modelled: each block draws its own wait. Left out: that waits of blocks shortly after each other are alike. Validated by <c>OtherTrafficTests</c>.
/// </remarks>
/// <param name="Load">ρ, share of the resources that they use, at least 0 and below 1 [1].</param>
/// <param name="Turn">S, mean length of a turn of others.</param>
public sealed record OtherTraffic(double Load, Duration Turn)
{
    /// <summary>The wait that a uniform number stands for.</summary>
    /// <param name="uniform">In [0, 1).</param>
    public Duration Wait(double uniform) => uniform >= Load ? Duration.Zero : Turn * (-Math.Log(1 - uniform / Load) / (1 - Load));

    /// <summary>Mean wait: ρ S / (1 − ρ).</summary>
    public Duration Mean => Turn * (Load / (1 - Load));
}
