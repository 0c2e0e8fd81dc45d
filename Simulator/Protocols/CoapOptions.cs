using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>coap</c>.</summary>
public sealed record CoapOptions : CoapTransmission
{
    /// <summary>How content becomes octets.</summary>
    [Figure(Mark.Chosen, "nothing smaller exists, and every protocol can carry it")]
    public Encoding Encoding { get; init; } = Encoding.Packed;

    /// <summary>Which messages travel as notifications to an observer.</summary>
    [Figure(Mark.Chosen, "a device that reports seldom sends requests")]
    public CoapObserve Observe { get; init; }

    /// <summary>Method of requests that carry messages.</summary>
    [Figure(Mark.Measured, "as in the measured exchanges")]
    public CoapMethod Method { get; init; }

    /// <summary>Path of the resource.</summary>
    [Figure(Mark.Chosen, "as in the measured exchanges")]
    public string Path { get; init; } = "sensors/t";

    /// <summary>Octets of the server's name in requests [B]; 0 where its address says enough.</summary>
    [Unit("B", Minimum = 0, Maximum = 255)]
    [Figure(Mark.Measured, "libcoap 4.3.1 leaves it out for an address")]
    public int HostLength { get; init; }

    /// <summary>Number that names the format of the content; nothing for that of the encoding, −1 for no such option.</summary>
    [Unit("1", Minimum = -1, Maximum = 65_535)]
    [Figure(Mark.FromMemory, "registered numbers: application/octet-stream 42, cbor 60, json 50")]
    public int? ContentFormat { get; init; }

    /// <summary>Whether requests that are not confirmed ask for no response (RFC 7967).</summary>
    [Figure(Mark.Chosen, "off: an extension that both ends have to know")]
    public bool NoResponse { get; init; }

    /// <summary>How long what an observer has stays fresh; without a notification it registers again soon afterwards [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 4_294_967_295)]
    [Figure(Mark.Chosen, "an observer that was given up in an outage is back within the hour")]
    public Duration MaxAge { get; init; } = 1.Hours;

    /// <summary>Observers register at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration RegisterWithin { get; init; } = 1.Seconds;

    /// <summary>How the hop uses resources of oneM2M.</summary>
    [Figure(Mark.Chosen, "not at all: most deployments do without")]
    public OneM2mUse OneM2m { get; init; }

    /// <summary>Silence of the near end after which it sends a CoAP ping [s]; 0 for never.</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "off; it keeps bindings of translators open")]
    public Duration KeepAlive { get; init; }
}
