using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A technology with a session of its own, which ends where the technology ends: LoRaWAN at its network server, a polled bus at its master.</summary>
/// <param name="name">Name in the scenario.</param>
/// <param name="traits">What fairness checks and figures need to know of it.</param>
public abstract class SessionTechnology(string name, TechnologyTraits traits) : Technology(name, traits)
{
    /// <summary>Name of the tier that the technology brings along for its sessions to end at; null if they end at the hop's own far tier.</summary>
    public abstract string? BroughtTier { get; }

    /// <summary>Names of the stages of a message's crossing, between waiting at the session and processing at its end.</summary>
    public abstract IReadOnlyList<string> Stages { get; }

    /// <summary>Why messages cannot be carried, or null if they can.</summary>
    /// <param name="flows">All that one device sends and receives, or a part of it.</param>
    public abstract string? Refuses(IReadOnlyList<DeviceFlow> flows);

    /// <summary>Builds it at a site, dimensioned for the demand there.</summary>
    public abstract SessionInstallation Install(Site site);
}

/// <summary>A session technology that has been built.</summary>
public abstract class SessionInstallation : Installation
{
    /// <summary>Joins a device and the node where its session ends.</summary>
    public abstract Session Join(Node device, Node end);
}
