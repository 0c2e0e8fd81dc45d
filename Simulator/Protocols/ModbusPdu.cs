namespace M2mVsIoTSim.Protocols;

/// <summary>Sizes of Modbus over TCP.</summary>
/// <remarks>Modbus Application Protocol V1.1b3, functions 03 (read holding registers) and 16 (write multiple registers); Modbus Messaging on TCP/IP V1.0b for the header.</remarks>
public static class ModbusPdu
{
    /// <summary>Transaction 2, protocol 2, length 2, unit 1 [B].</summary>
    public const int Header = 7;

    /// <summary>Greatest number of registers that one request reads [1].</summary>
    public const int MostRead = 125;

    /// <summary>Greatest number of registers that one request writes [1].</summary>
    public const int MostWritten = 123;

    /// <summary>Function 1, first register 2, count 2; of a request to read and of a response to writing [B].</summary>
    public const int Brief = 5;

    /// <summary>Function 1, byte count 1, two octets a register: the response to reading [B].</summary>
    /// <param name="registers">1 to <see cref="MostRead"/> [1].</param>
    public static int Read(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MostRead);
        return 2 + 2 * registers;
    }

    /// <summary>Function 1, first register 2, count 2, byte count 1, two octets a register: the request to write [B].</summary>
    /// <param name="registers">1 to <see cref="MostWritten"/> [1].</param>
    public static int Write(int registers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(registers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(registers, MostWritten);
        return 6 + 2 * registers;
    }
}
