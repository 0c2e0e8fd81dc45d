using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Places for frames in flight, used again and again: a medium at rest holds no memory for frames.</summary>
internal sealed class FramePool
{
    private Place? _free;

    /// <summary>A place that holds a frame until a point in time.</summary>
    public Place Take(in Frame frame, SimTime due)
    {
        var place = _free;
        if (place is null)
        {
            place = new Place();
        }
        else
        {
            _free = place.Next;
            place.Next = null;
        }

        place.Frame = frame;
        place.Due = due;
        return place;
    }

    /// <summary>Gives a place back.</summary>
    public void Return(Place place)
    {
        place.Frame = default;
        place.Next = _free;
        _free = place;
    }

    /// <summary>A frame, when it is due, and who comes after it.</summary>
    internal sealed class Place
    {
        public Frame Frame;
        public SimTime Due;
        public Place? Next;
    }
}
