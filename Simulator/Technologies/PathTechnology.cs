using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A technology that carries the packets of any protocol from end to end of a hop, or across a part of it.</summary>
/// <param name="name">Name in the scenario.</param>
/// <param name="traits">What fairness checks and figures need to know of it.</param>
public abstract class PathTechnology(string name, TechnologyTraits traits) : Technology(name, traits)
{
    /// <summary>What has to be built for it: technologies for which this is equal are built once for whoever shares them, and differ only in how their hops use it.</summary>
    public virtual object Plant => this;

    /// <summary>Builds it at a site, dimensioned for the demand there.</summary>
    public abstract PathInstallation Install(Site site);

    /// <summary>How hops of this technology use what was built for it or for another with the same <see cref="Plant"/>.</summary>
    public virtual PathInstallation Use(PathInstallation installed) => installed;
}

/// <summary>A path technology that has been built.</summary>
public abstract class PathInstallation : Installation
{
    /// <summary>Joins two nodes: a leg from the near one to the far one, and one back.</summary>
    /// <param name="near">On the side of the hop's <c>from</c>.</param>
    /// <param name="far">On the side of the hop's <c>to</c>.</param>
    public abstract (Leg Up, Leg Down) Join(Node near, Node far);

    /// <summary>Where a way that crosses it goes on, if several near nodes leave it at one place, such as their access point.</summary>
    /// <param name="near">On the side of the hop's <c>from</c>.</param>
    /// <returns>Null if each near node's way goes on by itself.</returns>
    public virtual Node? ExitOf(Node near) => null;
}
