using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Frames on their way, kept in order, with one wake-up pending however many there are.</summary>
internal sealed class FrameLine(Simulation simulation, FramePool pool, IFrameExit exit) : IEventTarget
{
    private FramePool.Place? _first;
    private FramePool.Place? _last;
    private SimTime _latest;

    /// <summary>Takes a frame that comes out at a point in time, or just after the frame before it where that is later.</summary>
    public void Add(in Frame frame, SimTime due)
    {
        _latest = SimTime.Max(due, _latest);
        var place = pool.Take(frame, _latest);
        if (_last is null)
        {
            _first = _last = place;
            simulation.At(_latest, this);
        }
        else
        {
            _last.Next = place;
            _last = place;
        }
    }

    void IEventTarget.Fire(long token)
    {
        var place = _first!;
        var frame = place.Frame;
        _first = place.Next;
        pool.Return(place);
        if (_first is null)
        {
            _last = null;
        }
        else
        {
            simulation.At(_first.Due, this);
        }

        exit.Leave(frame, this);
    }
}
