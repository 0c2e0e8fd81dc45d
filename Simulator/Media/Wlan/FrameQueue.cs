using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Frames in the order in which they came.</summary>
internal struct FrameQueue
{
    private FramePool.Place? _first;
    private FramePool.Place? _last;

    public int Count { get; private set; }

    /// <summary>The frame in front; there is one.</summary>
    public readonly ref readonly Frame First => ref _first!.Frame;

    public void Add(FramePool pool, in Frame frame, SimTime now)
    {
        var place = pool.Take(frame, now);
        if (_last is null)
        {
            _first = place;
        }
        else
        {
            _last.Next = place;
        }

        _last = place;
        Count++;
    }

    public Frame Take(FramePool pool)
    {
        var place = _first!;
        var frame = place.Frame;
        _first = place.Next;
        _last = _first is null ? null : _last;
        Count--;
        pool.Return(place);
        return frame;
    }
}
