namespace M2mVsIoTSim.Radio;

/// <summary>User data that a message of a procedure carries.</summary>
public enum SignallingLoad
{
    /// <summary>None.</summary>
    Nothing,

    /// <summary>What the device wants to send first.</summary>
    FirstUplink,

    /// <summary>The first answer, if it is there in time.</summary>
    FirstDownlink,
}
