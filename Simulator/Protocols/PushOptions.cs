using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>push</c>.</summary>
public sealed record PushOptions : TransportOptions
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>How long a connection lives.</summary>
    [Figure(Mark.Chosen, "as for mqtt, so that mediation can be compared under one behaviour")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>Whether the receiving application acknowledges with one octet.</summary>
    [Figure(Mark.Chosen, "as QoS 1 of mqtt")]
    public bool Confirmed { get; init; } = true;

    /// <summary>How long a sender waits for a receipt before it takes the connection for dead [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(Mark.Chosen, "as long as mqtt takes to miss a ping: twice its keep-alive time")]
    public Duration ReceiptTimeout { get; init; } = 120.Seconds;
}
