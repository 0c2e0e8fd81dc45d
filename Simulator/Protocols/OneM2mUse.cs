namespace M2mVsIoTSim.Protocols;

/// <summary>How a hop uses resources of oneM2M.</summary>
public enum OneM2mUse
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>
    /// The far end has the common services (a CSE): the near end registers there, makes a container and creates an instance in it for each message; what
    /// comes back are notifications.
    /// </summary>
    Create,

    /// <summary>The near end has the common services: the far end registers there, subscribes to a container and is notified of each message; what it sends back it creates.</summary>
    Notify,
}
