using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a device that moves does beside: looks for the cell that serves it, and changes it.</summary>
/// <remarks>
/// Without a connection it looks when it connects or is paged, and for each preamble. Connected it looks at multiples of an interval; between
/// messages this is caught up with when something happens, so looking costs no event, and a change takes effect at the time of the look. While it sends or receives, looks count at the beginning of the next
/// message. The loss of its link is that at the beginning of each message.
/// </remarks>
internal sealed partial class CellDevice
{
    private readonly IMovingLink? _moving;
    private readonly Duration? _reAttach;
    private int _cellNumber;

    /// <summary>Up to when it has looked at other cells.</summary>
    private SimTime _looked;

    /// <summary>When the last change of cell is over.</summary>
    private SimTime _continues;

    /// <summary>Whether it has to find its cell anew.</summary>
    private bool _isElsewhere;

    /// <summary>Whether the core network has to learn of its new cell.</summary>
    private bool _owesUpdate;

    /// <summary>How a device comes into another cell.</summary>
    private enum CellChange : byte
    {
        /// <summary>It does not.</summary>
        None,

        /// <summary>The other is better.</summary>
        Better,

        /// <summary>Its own was out of reach.</summary>
        Lost,
    }

    private RoamingSettings Roaming => Settings.Roaming;

    /// <summary>Takes the cell that serves it, without a connection.</summary>
    /// <returns>Whether there is one.</returns>
    private bool Camp(SimTime at)
    {
        if (_moving is null)
        {
            return true;
        }

        _looked = SimTime.Max(_looked, at);
        var serves = TryServe(at, Roaming.Hysteresis, out var change);
        _isElsewhere |= !serves || change != CellChange.None;
        return serves;
    }

    /// <summary>Finds its cell anew where it has to, in addition to what it spends on that in any case.</summary>
    /// <param name="begin">When.</param>
    /// <param name="usual">What finding its cell takes in any case.</param>
    /// <returns>How long it takes in all.</returns>
    private Duration Find(SimTime begin, Duration usual)
    {
        if (!_isElsewhere)
        {
            return usual;
        }

        (_isElsewhere, _owesUpdate) = (false, Roaming.Updates);
        var whole = Duration.Max(usual, Link.Acquisition) + (_reAttach ?? Duration.Zero);
        _network.Observers.Reattached(Node, whole - usual, begin);
        return whole;
    }

    /// <summary>No cell serves it: it searches in vain, and what waits is lost.</summary>
    private void StayOut(SimTime begin)
    {
        var search = _network.LinkAt((int)_network.Air.MaximumCouplingLoss).Acquisition;
        Spend(CellCurrents.AcquireState, begin, search, "search without success");
        IsConnected = false;
        _phase = Phase.Rest;
        Abandon(DropReason.OutOfRange);
        Rest(begin + search);
    }

    /// <summary>Nobody hears its page: what it was for is lost, and the device does not know.</summary>
    private void GoUnpaged()
    {
        _phase = Phase.Rest;
        _generation++;
        Abandon(DropReason.OutOfRange);
    }

    /// <summary>Follows the cells of a connection up to the beginning of a message.</summary>
    /// <param name="at">When the message is to begin.</param>
    /// <param name="isSilent">Whether nothing was sent or received since it last looked, and silence was charged in advance.</param>
    /// <returns>When it may begin; null if the connection was lost before.</returns>
    private SimTime? Follow(SimTime at, bool isSilent)
    {
        if (_moving is null)
        {
            return at;
        }

        for (var look = NextLook(); look <= at; look = NextLook())
        {
            _looked = isSilent ? look : at;
            if (_looked < _continues)
            {
                continue;
            }

            if (!TryServe(_looked, Roaming.HandsOver ? Roaming.Hysteresis : double.PositiveInfinity, out var change))
            {
                return null;
            }

            ChangeCell(change, _looked, isSilent);
        }

        at = SimTime.Max(at, _continues);
        if (!TryServe(at, double.PositiveInfinity, out var isLost))
        {
            return null;
        }

        ChangeCell(isLost, at, isSilent: false);
        return SimTime.Max(at, _continues);
    }

    private SimTime NextLook()
    {
        var check = Roaming.Check.Nanoseconds;
        return new SimTime((_looked.Nanoseconds / check + 1) * check);
    }

    /// <summary>The connection goes on in its new cell after an interruption, in which the device receives. Where it was not handed over, the cell has to be found first.</summary>
    private void ChangeCell(CellChange change, SimTime at, bool isSilent)
    {
        if (change == CellChange.None)
        {
            return;
        }

        var search = change == CellChange.Lost ? Link.Acquisition : Duration.Zero;
        var interruption = _reAttach ?? search + Roaming.Interruption;
        _continues = at + interruption;
        if (isSilent)
        {
            // Its silence was charged in advance.
            var until = SimTime.Min(_continues, InactiveAt);
            TakeBack(CellCurrents.ConnectedState, at, SimTime.Min(until, DrxFrom));
            TakeBack(CellCurrents.DrxState, SimTime.Max(at, DrxFrom), until);
        }

        Spend(CellCurrents.AcquireState, at, interruption, "change of cell");
        _network.Observers.Reattached(Node, interruption, at);
    }

    /// <summary>The connection is lost: what waits begins anew, where a cell serves it.</summary>
    private void Disconnect(SimTime at)
    {
        PutBack();
        IsConnected = false;
        _isElsewhere = true;
        Rest(at);
    }

    /// <summary>Stays in its cell unless another is better by more than a hysteresis or its own is out of reach, and learns its loss there.</summary>
    private bool TryServe(SimTime at, double hysteresis, out CellChange change)
    {
        var best = _moving!.BestAt(at);
        var loss = best.Cell == _cellNumber ? best.CouplingLoss : _moving.LossAt(_cellNumber, at);
        var rise = _moving.RiseAt(_cellNumber, loss, at);
        change =
            best.Cell == _cellNumber ? CellChange.None
            : !_network.Covers(loss, rise) ? CellChange.Lost
            : loss - best.CouplingLoss > hysteresis ? CellChange.Better
            : CellChange.None;
        if (change != CellChange.None)
        {
            StopSharing();
            HoldGrant(false);
            (_cellNumber, _cell, loss) = (best.Cell, _network.CellAt(best.Cell), best.CouplingLoss);
            rise = _moving.RiseAt(_cellNumber, loss, at);
            HoldGrant(IsConnected);
        }

        if (!_network.Covers(loss, rise))
        {
            return false;
        }

        Link = _network.LinkTo(loss, rise);
        return true;
    }
}
