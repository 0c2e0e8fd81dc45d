using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Makes the unit that carries a message.</summary>
internal delegate StreamUnit UnitFactory(in Message message);
