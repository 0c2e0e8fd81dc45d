namespace M2mVsIoTSim.Network;

/// <summary>Where somebody sets something up for a new member.</summary>
public enum SetupPlace
{
    /// <summary>At the member itself.</summary>
    Member,

    /// <summary>At the other end of the session.</summary>
    Peer,

    /// <summary>At a third place, which the step names.</summary>
    Elsewhere,
}
