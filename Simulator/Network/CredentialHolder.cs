namespace M2mVsIoTSim.Network;

/// <summary>For how many of what there is a credential.</summary>
public enum CredentialHolder
{
    /// <summary>One for each member on the near side of a network, or for each client of a protocol.</summary>
    Member,

    /// <summary>One for each member at the other end: the server of a protocol.</summary>
    Peer,

    /// <summary>One for each pair that talks.</summary>
    Session,

    /// <summary>One that all members of a network share.</summary>
    Network,
}
