namespace M2mVsIoTSim.Network;

/// <summary>What somebody has to keep, renew and revoke so that members of a network are who they say they are.</summary>
public enum CredentialKind
{
    /// <summary>A secret key or passphrase.</summary>
    Key,

    /// <summary>A certificate with its private key.</summary>
    Certificate,

    /// <summary>An account: a name with a password, or a contract's access data.</summary>
    Account,

    /// <summary>A subscriber's profile on a SIM or eSIM.</summary>
    SimProfile,
}
