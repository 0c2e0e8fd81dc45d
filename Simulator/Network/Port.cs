namespace M2mVsIoTSim.Network;

/// <summary>Where a node meets a medium and draws energy; a medium derives its own where it keeps state per port.</summary>
/// <param name="node">Whose port it is.</param>
/// <param name="meter">Charges the energy of this port; null where energy is not accounted for (relays, servers).</param>
public class Port(Node node, EnergyMeter? meter = null)
{
    /// <summary>Whose port it is.</summary>
    public Node Node { get; } = node;

    /// <summary>Charges the energy of this port, if it is accounted for.</summary>
    public EnergyMeter? Meter { get; } = meter;
}
