using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>How the messages of a push travel.</summary>
/// <param name="Life">How long a connection lives.</param>
/// <param name="IsConfirmed">Whether the receiving application confirms each message.</param>
/// <param name="ReceiptTimeout">How long a sender waits for a confirmation before it takes the connection for dead.</param>
/// <param name="UnitOf">Makes the unit of a message.</param>
internal sealed record PushTerms(ConnectionLife Life, bool IsConfirmed, Duration ReceiptTimeout, UnitFactory UnitOf);
