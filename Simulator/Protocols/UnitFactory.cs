using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Makes the unit that carries a message.</summary>
/// <param name="message">The message.</param>
/// <param name="original">The unit that carried it before; null for the first time.</param>
internal delegate StreamUnit UnitFactory(in Message message, StreamUnit? original);
