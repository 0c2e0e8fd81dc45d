namespace M2mVsIoTSim.Kernel;

/// <summary>A target of many wake-ups that each need other data, such as the traffic of a fleet: it may fetch them before they are needed.</summary>
/// <remarks>
/// For speed only. With a million devices the data of the next one are in no cache, and a wake-up that finds this out alone waits for
/// one access after the other; those that are due soon can wait together.
/// </remarks>
internal interface IForewarnedTarget : IEventTarget
{
    /// <summary>Told that <see cref="IEventTarget.Fire"/> is going to be called: twice at most, perhaps once or not at all.</summary>
    /// <remarks>Fetches what that will need and does nothing else: the agenda is in the middle of its own work.</remarks>
    /// <param name="token">The number given when scheduling.</param>
    /// <param name="isNear">
    /// False some hundred wake-ups before, when to fetch what the token leads to; true some dozen before, when that has arrived and
    /// may be asked where to fetch more.
    /// </param>
    void Forewarn(long token, bool isNear);
}
