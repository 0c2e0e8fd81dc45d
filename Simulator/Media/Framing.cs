namespace M2mVsIoTSim.Media;

/// <summary>What a link adds to a packet.</summary>
/// <param name="Least">Packets shorter than this are padded [B].</param>
/// <param name="Greatest">Longest packet that it carries [B].</param>
/// <param name="Overhead">Octets that the packet has to wait for besides its own [B].</param>
/// <param name="Gap">Octets during which the link stays occupied after the packet has gone [B].</param>
public sealed record Framing(int Least, int Greatest, int Overhead, int Gap)
{
    /// <summary>Adds nothing and carries any length.</summary>
    public static Framing None { get; } = new(0, int.MaxValue, 0, 0);

    /// <summary>Ethernet II without a tag: IEEE 802.3 header 14, check sequence 4, preamble and delimiter 8; gap 12.</summary>
    public static Framing Ethernet { get; } = new(46, 1500, 14 + 4 + 8, 12);

    /// <summary>Ethernet II with a tag of IEEE 802.1Q, 4 octets, which makes up for as much padding.</summary>
    public static Framing TaggedEthernet { get; } = new(42, 1500, 14 + 4 + 4 + 8, 12);

    /// <summary>Octets until the packet has gone [B].</summary>
    public int Sent(int packet) => Math.Max(packet, Least) + Overhead;

    /// <summary>Octets until the next packet may start [B].</summary>
    public int Occupied(int packet) => Sent(packet) + Gap;
}
