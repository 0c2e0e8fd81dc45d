using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.Ble;

/// <summary>What one end of a connection has to send: packets in PDUs, the first of which waits to be acknowledged.</summary>
/// <param name="payload">Longest payload of a PDU [B].</param>
internal sealed class BleEnd(int payload)
{
    private readonly Queue<(Frame Frame, int Octets)> _packets = new();
    private int _sent;

    /// <summary>Packets that wait, the one under way included [1].</summary>
    public int Count => _packets.Count;

    /// <summary>Whether the other end has the PDU that comes next, and this one does not know.</summary>
    public bool HasArrived { get; private set; }

    /// <summary>Payload of the PDU that is sent next, and again if it has to be [B]; 0 if there is none.</summary>
    public int Next => _packets.Count == 0 ? 0 : Math.Min(payload, _packets.Peek().Octets - _sent);

    /// <summary>Whether something is left that the other end does not have.</summary>
    public bool HasMore => _packets.Count > 1 || (_packets.Count == 1 && !(HasArrived && IsLast));

    private bool IsLast => _sent + Next == _packets.Peek().Octets;

    public void Add(in Frame frame, int octets) => _packets.Enqueue((frame, octets));

    /// <summary>The other end has received the PDU that comes next.</summary>
    /// <returns>The packet that is complete with it; null if none is.</returns>
    public Frame? Arrive()
    {
        if (Next == 0 || HasArrived)
        {
            return null;
        }

        HasArrived = true;
        return IsLast ? _packets.Peek().Frame : null;
    }

    /// <summary>A packet from the other end tells what has arrived there.</summary>
    public void Acknowledge()
    {
        if (!HasArrived)
        {
            return;
        }

        HasArrived = false;
        _sent += Next;
        if (_sent == _packets.Peek().Octets)
        {
            _packets.Dequeue();
            _sent = 0;
        }
    }

    /// <summary>Gives up whatever has not arrived.</summary>
    public void Lose(DropReason reason)
    {
        var isComplete = HasArrived && IsLast;
        (HasArrived, _sent) = (false, 0);
        while (_packets.TryDequeue(out var packet))
        {
            if (!isComplete)
            {
                packet.Frame.Lose(reason);
            }

            isComplete = false;
        }
    }
}
