using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>What a tier or a party of an architecture is: a broker, a head-end, a person …</summary>
/// <param name="name">Name in the scenario.</param>
/// <param name="traits">What fairness checks, figures and the family of an architecture need to know of it.</param>
public abstract class PlatformKind(string name, PlatformTraits traits)
{
    /// <summary>Name in the scenario.</summary>
    public string Name { get; } = name;

    /// <summary>What fairness checks, figures and the family of an architecture need to know of it.</summary>
    public PlatformTraits Traits { get; } = traits;

    /// <summary>What somebody enters here for each client that is to be served, in words; it is one step for each.</summary>
    public virtual string Enrolment => "an entry in its list of those that it serves";

    /// <summary>What it draws in the field; null where its energy is not accounted for, as in a data centre.</summary>
    public virtual PowerProfile? Power => null;

    /// <summary>Sets it up at a node, dimensioned for the demand there.</summary>
    public abstract PlatformInstallation Install(PlatformPlan plan);
}
