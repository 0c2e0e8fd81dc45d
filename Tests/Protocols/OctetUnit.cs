using M2mVsIoTSim.Protocols;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>So many octets that count up from a first one.</summary>
internal sealed class OctetUnit(int length, int first = 0) : StreamUnit
{
    public override int Length => length;

    public override void Write(Span<byte> destination)
    {
        for (var i = 0; i < length; i++)
        {
            destination[i] = (byte)((first + i) % 251);
        }
    }
}
