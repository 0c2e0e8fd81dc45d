using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A named choice of medium, radio and data, such as LTE Cat-1 or LoRaWAN EU868.</summary>
/// <param name="name">Name in the scenario.</param>
/// <param name="traits">What fairness checks and figures need to know of it.</param>
public abstract class Technology(string name, TechnologyTraits traits)
{
    /// <summary>Name in the scenario.</summary>
    public string Name { get; } = name;

    /// <summary>What fairness checks and figures need to know of it.</summary>
    public TechnologyTraits Traits { get; } = traits;

    /// <summary>What is set up by hand for one more node on its near side, and which credentials that takes; null where the model does not say, and then nothing is counted.</summary>
    public virtual Commissioning? Commissioning => null;
}
