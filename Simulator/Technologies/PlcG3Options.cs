using M2mVsIoTSim.Radio.PowerLine;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="PlcG3"/>; the defaults are the preset.</summary>
public sealed record PlcG3Options : IPriced
{
    /// <summary>Modulation of payloads: robust, dbpsk, dqpsk or d8psk.</summary>
    [Figure(Mark.Chosen, "the middle between the robust mode and what good lines allow")]
    public G3Modulation Modulation { get; init; } = G3Modulation.Dbpsk;

    /// <summary>Greatest number of hops from the concentrator to a meter [1]; meters are spread evenly by chance over 1 to this.</summary>
    [Unit("1", Minimum = 1, Maximum = 8)]
    [Figure(Mark.Chosen, "a low-voltage feeder with two repeaters in a row; the standard's adpMaxHops is 8 (from memory)")]
    public int Hops { get; init; } = 3;

    /// <summary>Share of frames that are lost on a hop [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.95)]
    [Figure(Mark.Chosen, "no public figure at hand; acceptable links of meshes lose one frame in ten")]
    public double FrameLoss { get; init; } = 0.1;

    /// <summary>Share of acknowledgements that are lost on a hop [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.95)]
    [Figure(Mark.Chosen, "an acknowledgement is a header, each bit of which is sent six times: a tenth of the frames' losses")]
    public double AcknowledgementLoss { get; init; } = 0.01;

    /// <summary>Share of meters that no repeater reaches [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Chosen, "none, so that coverage decides no comparison unseen")]
    public double Unreachable { get; init; }

    /// <summary>macMinBE [1]: a backoff is uniform over 2^BE slots.</summary>
    [Unit("1", Minimum = 0, Maximum = 14)]
    [Figure(Mark.Confirmed, "Microchip, G3 MAC RT information base: 3; repetitions begin with it anew")]
    public int MinimumBackoffExponent { get; init; } = 3;

    /// <summary>macMaxFrameRetries [1]: repetitions of a frame on a hop.</summary>
    [Unit("1", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Confirmed, "Microchip, G3 MAC RT information base: 5")]
    public int Retries { get; init; } = 5;

    /// <summary>Octets of a frame around the fragment of a datagram [B].</summary>
    [Unit("B", Minimum = 9, Maximum = 60)]
    [Figure(
        Mark.FromMemory,
        "short addresses and PAN: 11; segment control 3; security level 5 with key index and integrity code: 10; mesh header 5 (RFC 4944)"
    )]
    public int FrameOverhead { get; init; } = 29;

    /// <summary>Whether DLMS messages are protected by security suite 0, 19 octets each.</summary>
    [Figure(Mark.Chosen, "off: frames are encrypted already, and security of the other protocols is off")]
    public bool Ciphered { get; init; }

    /// <summary>Least time from the beginning of a round to that of the next [s]; longer if the meters need longer.</summary>
    [Unit("s", Minimum = 1, Maximum = 86_400)]
    [Figure(Mark.Chosen, "a quarter of an hour, the usual period of load profiles")]
    public Duration PollInterval { get; init; } = 15.Minutes;

    /// <summary>Time that a meter takes to answer [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "a microcontroller that gathers values and ciphers")]
    public Duration MeterDelay { get; init; } = 100.Milliseconds;

    /// <summary>Time from the beginning of a request after which the concentrator gives it up [s]; never before its frames are off the line.</summary>
    [Unit("s", Minimum = 0.1, Maximum = 600)]
    [Figure(Mark.Chosen, "a multiple of what the farthest meter needs")]
    public Duration ResponseTimeout { get; init; } = 5.Seconds;

    /// <summary>Requests that the concentrator sends for a message before it gives up [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "two retries, as with other polled links")]
    public int Tries { get; init; } = 3;

    /// <summary>Messages that a meter keeps until they are fetched, and the concentrator for each meter [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100_000)]
    [Figure(Mark.Chosen, "a day of quarter hours in the load profile")]
    public int Buffer { get; init; } = 96;

    /// <summary>Supply voltage of a modem [V].</summary>
    [Unit("V", Minimum = 1, Maximum = 60)]
    [Figure(Mark.FromMemory, "line drivers of power-line modems run from 12 V")]
    public double Voltage { get; init; } = 12;

    /// <summary>Current of a modem while it listens [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Chosen, "order of magnitude of modem chips, 0.2 W; no data sheet at hand")]
    public double ListenCurrent { get; init; } = 0.017;

    /// <summary>Current of a modem while it sends [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 5)]
    [Figure(Mark.Chosen, "order of magnitude of a line driver into a few ohms, 2 W; no data sheet at hand")]
    public double TransmitCurrent { get; init; } = 0.17;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("power-line-modem", ChargeBasis.Device), new("power-line-modem", ChargeBasis.Component, "power-line modem")];
}
