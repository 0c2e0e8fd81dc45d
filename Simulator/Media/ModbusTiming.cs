using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Sizes and times of Modbus RTU on a serial line.</summary>
/// <remarks>
/// Modbus over Serial Line V1.02 for characters and gaps, Modbus Application Protocol V1.1b3 for functions 03 (read holding registers) and
/// 16 (write multiple registers).
/// T = (N_req + N_resp) t_char + t_slave + 2 t_3.5: the slave's delay counts from the end of the gap that ends the request.
/// </remarks>
/// <param name="Rate">Of the line.</param>
/// <param name="BitsPerCharacter">Start, 8 data, parity or second stop, and stop bit: 11; 10 without parity [1].</param>
public readonly record struct ModbusTiming(BitRate Rate, int BitsPerCharacter = 11)
{
    /// <summary>Greatest number of registers that one request reads [1].</summary>
    public const int MaximumRegisters = 125;

    /// <summary>Address 1, function 1, first register 2, count 2, CRC 2 [B].</summary>
    public const int RequestBytes = 8;

    /// <summary>Greatest number of registers that one request writes [1].</summary>
    public const int MaximumWrittenRegisters = 123;

    /// <summary>Response to a write [B].</summary>
    public const int WriteResponseBytes = 8;

    private const double FastestVariableGap = 19_200;
    private const decimal NanosecondsPerSecond = 1_000_000_000m;

    /// <summary>t_3.5: silence that ends a frame; 1.75 ms above 19 200 bit/s.</summary>
    public Duration Gap => Rate.BitsPerSecond > FastestVariableGap ? 1750.Microseconds : Bits(3.5m * BitsPerCharacter);

    /// <summary>Address 1, function 1, byte count 1, two octets a register, CRC 2 [B].</summary>
    /// <param name="registers">1 to <see cref="MaximumRegisters"/> [1].</param>
    public static int ResponseBytes(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MaximumRegisters);
        return 5 + 2 * registers;
    }

    /// <summary>A read: request and response together [B].</summary>
    /// <param name="registers">1 to <see cref="MaximumRegisters"/> [1].</param>
    public static int ReadBytes(int registers) => RequestBytes + ResponseBytes(registers);

    /// <summary>
    /// A write: request (address 1, function 1, first register 2, count 2, byte count 1, two octets a register, CRC 2) and response (address 1,
    /// function 1, first register 2, count 2, CRC 2) together [B].
    /// </summary>
    /// <param name="registers">1 to <see cref="MaximumWrittenRegisters"/> [1].</param>
    public static int WriteBytes(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MaximumWrittenRegisters);
        return 9 + 2 * registers + WriteResponseBytes;
    }

    /// <summary>Time of so many octets on the line.</summary>
    public Duration Characters(int bytes) => Bits(bytes * BitsPerCharacter);

    /// <summary>From the first bit of a request to the end of the gap after its response.</summary>
    /// <param name="bytes">Request and response together [B].</param>
    /// <param name="slaveDelay">t_slave.</param>
    public Duration Transaction(int bytes, Duration slaveDelay) => Characters(bytes) + slaveDelay + Gap * 2L;

    /// <summary>Probability that a bit of the request or of the response is wrong [1].</summary>
    /// <param name="bytes">Request and response together [B].</param>
    /// <param name="bitErrorRate">Of the line [1].</param>
    public double Failure(int bytes, double bitErrorRate) => 1 - Math.Pow(1 - bitErrorRate, bytes * BitsPerCharacter);

    private Duration Bits(decimal bits) =>
        new((long)Math.Round(bits * NanosecondsPerSecond / (decimal)Rate.BitsPerSecond, MidpointRounding.ToEven));
}
