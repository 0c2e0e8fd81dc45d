namespace M2mVsIoTSim.Protocols;

/// <summary>Which end asks the other one for its messages.</summary>
public enum HttpPoller
{
    /// <summary>None: both ends listen, and each connects to the other to write its messages.</summary>
    None,

    /// <summary>The end on the side of the hop's <c>from</c>; the far end only listens.</summary>
    Near,

    /// <summary>The end on the side of the hop's <c>to</c>; the near end only listens.</summary>
    Far,
}
