using System.Buffers.Binary;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A request or response of Modbus over TCP.</summary>
/// <param name="isRequest">Whether the master sends it.</param>
/// <param name="isWrite">Whether it is of function 16 (write multiple registers) rather than 03 (read holding registers).</param>
/// <param name="transaction">Its number, by which the response is found.</param>
/// <param name="registers">How many are read or written [1].</param>
/// <param name="unitId">Unit identifier.</param>
internal sealed class ModbusUnit(bool isRequest, bool isWrite, int transaction, int registers, int unitId) : StreamUnit
{
    public bool IsRequest { get; } = isRequest;

    public bool IsWrite { get; } = isWrite;

    public int Transaction { get; } = transaction;

    public int Registers { get; } = registers;

    public override int Length =>
        ModbusPdu.Header
        + (
            !HasRegisters ? ModbusPdu.Brief
            : IsWrite ? ModbusPdu.Write(Registers)
            : ModbusPdu.Read(Registers)
        );

    /// <summary>Whether the registers themselves travel in it.</summary>
    private bool HasRegisters => IsRequest == IsWrite;

    /// <summary>Registers of 16 bits that content takes [1].</summary>
    public static int RegistersOf(Content content) => (content.PackedBytes + 1) / 2;

    /// <inheritdoc/>
    public override string ToString() =>
        (IsWrite ? "Modbus write " : "Modbus read ")
        + (IsRequest ? "request" : "response")
        + (CarriesMessage ? $" {Message.Branch.Relation.Name}" : "");

    public override void Write(Span<byte> destination)
    {
        destination[..Length].Clear();
        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)Transaction);
        BinaryPrimitives.WriteUInt16BigEndian(destination[4..], (ushort)(Length - ModbusPdu.Header + 1));
        destination[6] = (byte)unitId;
        var pdu = destination[ModbusPdu.Header..];
        pdu[0] = IsWrite ? (byte)16 : (byte)3;
        if (IsRequest || IsWrite)
        {
            // From register 0 on.
            BinaryPrimitives.WriteUInt16BigEndian(pdu[3..], (ushort)Registers);
            pdu = pdu[ModbusPdu.Brief..];
        }
        else
        {
            pdu = pdu[1..];
        }

        if (!HasRegisters)
        {
            return;
        }

        pdu[0] = (byte)(2 * Registers);
        if (CarriesMessage)
        {
            PayloadEncoding.Write(Message.Branch.Relation.Content, Encoding.Packed, PayloadEncoding.Seed(Message), pdu[1..]);
        }
    }
}
