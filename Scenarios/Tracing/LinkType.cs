namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What the octets of a captured packet are: link-layer header types of tcpdump.org.</summary>
internal enum LinkType
{
    /// <summary>LINKTYPE_ETHERNET.</summary>
    Ethernet = 1,

    /// <summary>LINKTYPE_RAW: begins with an IPv4 or IPv6 header.</summary>
    Raw = 101,

    /// <summary>LINKTYPE_LORATAP: what a LoRa gateway tells of a frame, then its PHYPayload.</summary>
    LoRaTap = 270,
}
