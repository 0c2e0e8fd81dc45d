using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of <c>modbus-tcp</c>.</summary>
public sealed record ModbusTcpOptions : TransportOptions
{
    /// <summary>Time from one poll of a slave to the next [s]; later if a transaction lasts longer.</summary>
    [Unit("s", Minimum = 0.001, Maximum = 86_400)]
    [Figure(Mark.Chosen, "process monitoring: once a second, as for rs485-modbus")]
    public Duration PollInterval { get; init; } = 1.Seconds;

    /// <summary>Registers that a poll reads [1]; nothing for as many as the largest message of the slave so far took.</summary>
    [Unit("1", Minimum = 1, Maximum = 125)]
    [Figure(Mark.Chosen, "a master is configured for what its slave has")]
    public int? Registers { get; init; }

    /// <summary>Time that a slave takes to answer [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 10)]
    [Figure(Mark.FromMemory, "scan cycles of programmable controllers take 1 to 10 ms")]
    public Duration SlaveDelay { get; init; } = 5.Milliseconds;

    /// <summary>Time after which a master gives up a transaction without a response [s].</summary>
    [Unit("s", Minimum = 0.01, Maximum = 600)]
    [Figure(Mark.FromMemory, "response time-outs of common masters: 1 s")]
    public Duration ResponseTimeout { get; init; } = 1.Seconds;

    /// <summary>Transactions by which a master tries the same request, before it takes the connection for dead [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 100)]
    [Figure(Mark.Chosen, "masters usually retry twice, as for rs485-modbus")]
    public int Tries { get; init; } = 3;

    /// <summary>Unit identifier [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 255)]
    [Figure(Mark.FromMemory, "Modbus Messaging on TCP/IP V1.0b: 255 for a slave that is addressed by its IP address alone")]
    public int UnitId { get; init; } = 255;
}
