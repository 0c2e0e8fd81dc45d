using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>The packets that wait for a device, of both directions in order of arrival.</summary>
internal sealed partial class CellDevice
{
    private int Waiting
    {
        get
        {
            var count = 0;
            for (var place = _firstWaiting; place is not null; place = place.Next)
            {
                count++;
            }

            return count;
        }
    }

    private void Keep(in Frame frame)
    {
        var place = _network.Pool.Take(frame, Now);
        if (_lastWaiting is null)
        {
            _firstWaiting = place;
        }
        else
        {
            _lastWaiting.Next = place;
        }

        _lastWaiting = place;
    }

    private bool IsWaiting(bool up)
    {
        for (var place = _firstWaiting; place is not null; place = place.Next)
        {
            if (CellNetwork.IsUp(place.Frame) == up)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The packet that waits for the uplink, if there is one and no further.</summary>
    private FramePool.Place? OnlyOneUp()
    {
        FramePool.Place? only = null;
        for (var place = _firstWaiting; place is not null; place = place.Next)
        {
            if (CellNetwork.IsUp(place.Frame))
            {
                if (only is not null)
                {
                    return null;
                }

                only = place;
            }
        }

        return only;
    }

    private FramePool.Place? TakeFirst()
    {
        var place = _firstWaiting;
        if (place is not null)
        {
            _firstWaiting = place.Next;
            _lastWaiting = _firstWaiting is null ? null : _lastWaiting;
            place.Next = null;
        }

        return place;
    }

    /// <summary>Takes the first packet of a direction out of the line.</summary>
    private FramePool.Place? TakeFirst(bool up)
    {
        FramePool.Place? before = null;
        for (var place = _firstWaiting; place is not null; (before, place) = (place, place.Next))
        {
            if (CellNetwork.IsUp(place.Frame) != up)
            {
                continue;
            }

            if (before is null)
            {
                return TakeFirst();
            }

            before.Next = place.Next;
            _lastWaiting = place.Next is null ? before : _lastWaiting;
            place.Next = null;
            return place;
        }

        return null;
    }

    /// <summary>Puts a packet that was under way in front again.</summary>
    private void PutBack()
    {
        if (_carried is { } place)
        {
            place.Next = _firstWaiting;
            _firstWaiting = place;
            _lastWaiting ??= place;
            _carried = null;
        }
    }
}
