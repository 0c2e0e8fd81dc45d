using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>lwm2m</c>.</summary>
public sealed record Lwm2mOptions : CoapTransmission
{
    /// <summary>How values become octets.</summary>
    [Figure(Mark.FromMemory, "LwM2M 1.1 prefers it; 1.0 had TLV")]
    public Lwm2mFormat Format { get; init; }

    /// <summary>Object and instance whose resources are reported and written.</summary>
    [Figure(Mark.Chosen, "a temperature sensor of the IPSO objects")]
    public string Instance { get; init; } = "3303/0";

    /// <summary>Number of the first resource [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 65_000)]
    [Figure(Mark.Chosen, "sensor value of the IPSO objects")]
    public int Resource { get; init; } = 5700;

    /// <summary>How the device reports.</summary>
    [Figure(Mark.Chosen, "what every version knows")]
    public Lwm2mReport Report { get; init; }

    /// <summary>What the server does with messages for the device.</summary>
    [Figure(Mark.Chosen, "a set point")]
    public Lwm2mCommand Command { get; init; }

    /// <summary>How long the device stays registered: always, or only while it has something to say.</summary>
    [Figure(Mark.Chosen, "what registrations are made for")]
    public ConnectionLife Connection { get; init; } = ConnectionLife.Persistent;

    /// <summary>How long a registration lasts without an update [s].</summary>
    [Unit("s", Minimum = 60, Maximum = 4_294_967_295)]
    [Figure(Mark.Derived, "LwM2M 1.1: 86 400 s by default")]
    public Duration Lifetime { get; init; } = 1.Days;

    /// <summary>Whether the server keeps what it has for a device until it has heard it (queue mode).</summary>
    [Figure(Mark.Chosen, "what devices that sleep need")]
    public bool QueueMode { get; init; } = true;

    /// <summary>How long the server takes a device in queue mode for awake after it has heard it [s].</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(Mark.Derived, "LwM2M 1.1 advises MAX_TRANSMIT_WAIT of RFC 7252: 93 s")]
    public Duration AwakeTime { get; init; } = 93.Seconds;

    /// <summary>Octets of the device's name [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 255)]
    [Figure(Mark.Chosen, "a name such as dev0000001")]
    public int EndpointLength { get; init; } = 10;

    /// <summary>Objects that the device says it has.</summary>
    [Figure(Mark.Chosen, "server, device and one sensor")]
    public string Objects { get; init; } = "</1/0>,</3/0>,</3303/0>";

    /// <summary>Whether a device asks a bootstrap server for the account of its LwM2M server before it first registers, and again when it has been replaced.</summary>
    /// <remarks>The bootstrap server stands where the LwM2M server is. Under DTLS its association begins with a handshake of its own, with credentials from the factory
    /// that are as long as those it hands out.</remarks>
    [Figure(Mark.Chosen, "no: the account is put in at the factory")]
    public bool Bootstrap { get; init; }

    /// <summary>Name of the LwM2M server's host, as a bootstrap server writes it.</summary>
    [Figure(Mark.Chosen, "a name of usual length")]
    public string ServerName { get; init; } = "server.test";

    /// <summary>Octets of a pre-shared key, as a bootstrap server writes it [B].</summary>
    [Unit("B", Minimum = 1, Maximum = 64)]
    [Figure(Mark.Chosen, "128 bits, as the cipher")]
    public int KeyLength { get; init; } = 16;

    /// <summary>Devices register at a random time within this of the start [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a fleet does not start in step")]
    public Duration RegisterWithin { get; init; } = 1.Minutes;
}
