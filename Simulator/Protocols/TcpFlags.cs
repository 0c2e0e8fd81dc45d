namespace M2mVsIoTSim.Protocols;

/// <summary>Control bits of a TCP header (RFC 9293, section 3.1).</summary>
[Flags]
internal enum TcpFlags
{
    None = 0,
    Fin = 1,
    Syn = 2,
    Reset = 4,
    Push = 8,
    Acknowledge = 16,
}
