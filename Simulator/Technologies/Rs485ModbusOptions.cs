using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <see cref="Rs485Modbus"/>; the defaults are the preset.</summary>
public sealed record Rs485ModbusOptions : IPriced
{
    /// <summary>Speed of the line [bit/s].</summary>
    [Unit("bit/s", Minimum = 300, Maximum = 10_000_000)]
    [Figure(Mark.FromMemory, "Modbus over Serial Line V1.02: 19.2 kbit/s is the default")]
    public BitRate Rate { get; init; } = new(19_200);

    /// <summary>Bits that an octet takes on the line [1].</summary>
    [Unit("1", Minimum = 10, Maximum = 12)]
    [Figure(Mark.Confirmed, "Modbus over Serial Line V1.02: 1 start, 8 data, parity or second stop, 1 stop bit")]
    public int BitsPerCharacter { get; init; } = 11;

    /// <summary>Time that a slave takes to answer [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.Chosen, "a few milliseconds of a microcontroller's main loop")]
    public Duration SlaveDelay { get; init; } = 10.Milliseconds;

    /// <summary>Least time between two polls of a slave [s]; longer if the slaves of a segment need longer.</summary>
    [Unit("s", Minimum = 0.001, Maximum = 86_400)]
    [Figure(Mark.Chosen, "process monitoring: once a second")]
    public Duration PollInterval { get; init; } = 1.Seconds;

    /// <summary>Share of bits that arrive wrong [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.01)]
    [Figure(Mark.Chosen, "a terminated line within its length; one poll in three hundred thousand fails")]
    public double BitErrorRate { get; init; } = 1e-8;

    /// <summary>Polls in which the master tries to fetch a message [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "masters usually retry twice")]
    public int Tries { get; init; } = 3;

    /// <summary>Time after which the master gives up a poll without an answer [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Chosen, "ten times the slave's delay; masters at 9600 bit/s often wait a second")]
    public Duration ResponseTimeout { get; init; } = 100.Milliseconds;

    /// <summary>Messages that a slave keeps until they are fetched [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "a short event log in the slave's registers")]
    public int Buffer { get; init; } = 8;

    /// <summary>Number of segments, each with a port of the master [1]; nothing for as few as their unit loads allow.</summary>
    [Unit("1", Minimum = 1, Maximum = 10_000)]
    [Figure(Mark.Chosen, "dimensioned by rule")]
    public int? Segments { get; init; }

    /// <summary>Unit loads of a slave's transceiver [1]; the master counts as one.</summary>
    [Unit("1", Minimum = 0.03125, Maximum = 32)]
    [Figure(Mark.FromMemory, "TIA-485-A: a standard receiver is one unit load")]
    public double UnitLoad { get; init; } = 1;

    /// <summary>Supply voltage of the transceiver [V].</summary>
    [Unit("V", Minimum = 1.8, Maximum = 24)]
    [Figure(Mark.FromMemory, "MAX485 data sheet: 5 V")]
    public double Voltage { get; init; } = 5;

    /// <summary>Current of a transceiver while it listens, of slaves and master alike [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "MAX485 data sheet: about 0.3 mA quiescent")]
    public double ListenCurrent { get; init; } = 0.0003;

    /// <summary>Current of a transceiver while it drives the line, of slaves and master alike [A].</summary>
    [Unit("A", Minimum = 0, Maximum = 1)]
    [Figure(Mark.Derived, "1.5 V across 54 ohm (TIA-485-A, from memory) take 28 mA")]
    public double TransmitCurrent { get; init; } = 0.028;

    IReadOnlyList<Charge> IPriced.Charges =>
        [new("rs485-transceiver", ChargeBasis.Device), new("rs485-transceiver", ChargeBasis.Component, "bus master port")];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("bus segment", "the length of cables is no part of a scenario")];
}
