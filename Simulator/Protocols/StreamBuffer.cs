using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The units that one end has written and the other has not wholly acknowledged, in their order.</summary>
internal struct StreamBuffer
{
    private StreamUnit? _first;
    private StreamUnit? _last;

    public StreamBuffer() => Written = 1;

    /// <summary>Position after everything written; data begins at 1, after the connection request.</summary>
    public long Written { get; private set; }

    /// <summary>How many units there are [1].</summary>
    public int Backlog { get; private set; }

    /// <summary>Writes a unit.</summary>
    public void Append(StreamUnit unit)
    {
        unit.Start = Written;
        Written = unit.End;
        Backlog++;
        if (_last is null)
        {
            _first = unit;
        }
        else
        {
            _last.Next = unit;
        }

        _last = unit;
    }

    /// <summary>Lets go of the units before a position.</summary>
    public void Release(long acknowledged)
    {
        while (_first is not null && _first.End <= acknowledged)
        {
            _first = _first.Next;
            Backlog--;
        }

        if (_first is null)
        {
            _last = null;
        }
    }

    /// <summary>The unit to which the octet at a position belongs.</summary>
    public readonly StreamUnit UnitAt(long position)
    {
        var unit = _first!;
        while (unit.End <= position)
        {
            unit = unit.Next!;
        }

        return unit;
    }

    /// <summary>Reports the messages that have not arrived as dropped.</summary>
    public readonly void Withdraw(Node sender, DropReason reason)
    {
        for (var unit = _first; unit is not null; unit = unit.Next)
        {
            unit.Withdraw(sender, reason);
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear() => _first = _last = null;
}
