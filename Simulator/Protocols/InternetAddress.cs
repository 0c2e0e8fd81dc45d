using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Protocols;

/// <summary>IPv4 addresses and port numbers of nodes, as they appear in captures.</summary>
internal static class InternetAddress
{
    /// <summary>First of the dynamic ports, RFC 6335.</summary>
    private const int DynamicPorts = 49152;

    /// <summary>10.x.y.z: the number within the role, offset by the role; roles overlap only beyond some ten thousand members.</summary>
    public static uint Of(Entity entity)
    {
        var role = unchecked((uint)(entity.Code >> 32) * 2654435761u) >> 24;
        return 0x0A000000u | (unchecked((role << 16) + (uint)entity.Number + 1) & 0xFFFFFF);
    }

    /// <summary>The port from which a node opens its connections, another one each time.</summary>
    public static ushort Port(Entity entity, int connection) =>
        (ushort)(DynamicPorts + (entity.Number + connection) % (65536 - DynamicPorts));
}
