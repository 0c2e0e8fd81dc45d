using System.Buffers.Binary;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What a program such as tcpdump would capture at one node: packets that it sends and packets that reach it.</summary>
/// <param name="application">Who writes it.</param>
internal sealed class Capture(string application)
{
    private const int EthernetHeader = 14;
    private const ushort InternetProtocol = 0x0800;

    private readonly PcapNg _file = new(application);

    /// <summary>Packets so far [1].</summary>
    public int Packets => _file.Packets;

    /// <summary>Adds the packet of a frame.</summary>
    /// <param name="frame">Entering its first leg, or leaving its last.</param>
    /// <param name="at">When.</param>
    public void Add(in Frame frame, SimTime at)
    {
        var medium = frame.Leg.Medium;
        var packet = new byte[frame.Packet.Length];
        frame.Packet.Write(packet);
        if (medium is SwitchedLan)
        {
            _file.Add(medium.Name, LinkType.Ethernet, at, OnEthernet(packet));
        }
        else
        {
            _file.Add(medium.Name, LinkType.Raw, at, packet);
        }
    }

    /// <summary>Adds what a LoRa gateway has received.</summary>
    /// <param name="medium">Name of the technology.</param>
    /// <param name="reception">How it was received.</param>
    /// <param name="payload">Its PHYPayload.</param>
    public void Add(string medium, in LoRaWanReception reception, Packet payload) =>
        _file.Add(medium, LinkType.LoRaTap, reception.End, LoRaTap.Write(reception, payload));

    /// <summary>The whole file.</summary>
    public byte[] ToArray() => _file.ToArray();

    /// <summary>With a header whose locally administered addresses hold the internet addresses, as stations of one LAN know each other.</summary>
    private static byte[] OnEthernet(byte[] packet)
    {
        var octets = new byte[EthernetHeader + packet.Length];
        octets[0] = octets[6] = 2;
        packet.AsSpan(16, 4).CopyTo(octets.AsSpan(2));
        packet.AsSpan(12, 4).CopyTo(octets.AsSpan(8));
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(12), InternetProtocol);
        packet.CopyTo(octets.AsSpan(EthernetHeader));
        return octets;
    }
}
