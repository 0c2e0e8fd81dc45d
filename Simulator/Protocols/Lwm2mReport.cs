namespace M2mVsIoTSim.Protocols;

/// <summary>How a LwM2M device reports.</summary>
public enum Lwm2mReport
{
    /// <summary>The server observes, the device notifies.</summary>
    Notify,

    /// <summary>The device sends of its own accord (Send, LwM2M 1.1).</summary>
    Send,
}
