using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Sizes and times of Modbus RTU on a serial line.</summary>
/// <remarks>
/// Modbus over Serial Line V1.02 for characters and gaps, Modbus Application Protocol V1.1b3 for function 03 (read holding registers)
/// and function 16 (write several registers). T = (N_req + N_resp) t_char + t_slave + 2 t_3.5: the slave's delay counts from the end of the gap that ends the request.
/// A request that a slave cannot read is not answered, and the master waits for its time-out; a response that the master cannot read is asked for again at once.
/// </remarks>
/// <param name="Rate">Of the line.</param>
/// <param name="BitsPerCharacter">Start, 8 data, parity or second stop, and stop bit: 11; 10 without parity [1].</param>
public readonly record struct ModbusTiming(BitRate Rate, int BitsPerCharacter = 11)
{
    /// <summary>Greatest number of registers that one request reads [1].</summary>
    public const int MaximumRegisters = 125;

    /// <summary>Greatest number of registers that one request writes [1].</summary>
    public const int MaximumWritten = 123;

    /// <summary>Address 1, function 1, first register 2, count 2, CRC 2; the response to a write alike [B].</summary>
    public const int RequestBytes = 8;

    private const double FastestVariableGap = 19_200;
    private const decimal NanosecondsPerSecond = 1_000_000_000m;

    /// <summary>t_3.5: silence that ends a frame; 1.75 ms above 19 200 bit/s.</summary>
    public Duration Gap => Rate.BitsPerSecond > FastestVariableGap ? 1750.Microseconds : Bits(3.5m * BitsPerCharacter);

    /// <summary>t_1.5: greatest silence within a frame; 0.75 ms above 19 200 bit/s.</summary>
    public Duration CharacterGap => Rate.BitsPerSecond > FastestVariableGap ? 750.Microseconds : Bits(1.5m * BitsPerCharacter);

    /// <summary>Address 1, function 1, first register 2, count 2, byte count 1, two octets a register, CRC 2 [B].</summary>
    /// <param name="registers">1 to <see cref="MaximumWritten"/> [1].</param>
    public static int WriteBytes(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MaximumWritten);
        return 9 + 2 * registers;
    }

    /// <summary>Address 1, function 1, byte count 1, two octets a register, CRC 2 [B].</summary>
    /// <param name="registers">1 to <see cref="MaximumRegisters"/> [1].</param>
    public static int ResponseBytes(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MaximumRegisters);
        return 5 + 2 * registers;
    }

    /// <summary>Time of so many octets on the line.</summary>
    public Duration Characters(int bytes) => Bits(bytes * BitsPerCharacter);

    /// <summary>From the first bit of a request to the end of the gap after its response.</summary>
    /// <param name="registers">How many are read, 1 to <see cref="MaximumRegisters"/> [1].</param>
    /// <param name="slaveDelay">t_slave.</param>
    public Duration Transaction(int registers, Duration slaveDelay) =>
        Characters(RequestBytes + ResponseBytes(registers)) + slaveDelay + Gap * 2L;

    /// <summary>From the first bit of a request of some octets to the end of the gap after its response.</summary>
    public Duration Exchange(int requestBytes, int responseBytes, Duration slaveDelay) =>
        Characters(requestBytes + responseBytes) + slaveDelay + Gap * 2L;

    /// <summary>From the first bit of a request to all slaves, which none answers, to the next request.</summary>
    /// <param name="requestBytes">Of the request [B].</param>
    /// <param name="turnaround">Time that the slaves are given to obey.</param>
    public Duration Broadcast(int requestBytes, Duration turnaround) => Characters(requestBytes) + turnaround;

    /// <summary>Probability that a bit of a frame is wrong [1].</summary>
    /// <param name="bytes">Of the frame [B].</param>
    /// <param name="bitErrorRate">Of the line [1].</param>
    public double Damaged(int bytes, double bitErrorRate) => 1 - Math.Pow(1 - bitErrorRate, bytes * BitsPerCharacter);

    /// <summary>Probability that a bit of the request or of the response is wrong [1].</summary>
    /// <param name="registers">How many are read, 1 to <see cref="MaximumRegisters"/> [1].</param>
    /// <param name="bitErrorRate">Of the line [1].</param>
    public double FailureProbability(int registers, double bitErrorRate) =>
        1 - Math.Pow(1 - bitErrorRate, (RequestBytes + ResponseBytes(registers)) * BitsPerCharacter);

    private Duration Bits(decimal bits) =>
        new((long)Math.Round(bits * NanosecondsPerSecond / (decimal)Rate.BitsPerSecond, MidpointRounding.ToEven));
}
