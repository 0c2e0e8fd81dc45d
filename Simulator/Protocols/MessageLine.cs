using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Messages that wait in order; takes no room while none does, so that idle devices stay small.</summary>
internal struct MessageLine
{
    private Place? _first;
    private Place? _last;

    /// <summary>How many wait [1].</summary>
    public int Count { get; private set; }

    /// <summary>Puts a message at the end.</summary>
    public void Enqueue(in Message message)
    {
        var place = new Place(message);
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

    /// <summary>The first message, which stays.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public readonly Message Peek() => (_first ?? throw new InvalidOperationException("No message waits.")).Message;

    /// <summary>Takes the first message.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public Message Dequeue()
    {
        var place = _first ?? throw new InvalidOperationException("No message waits.");
        _first = place.Next;
        if (_first is null)
        {
            _last = null;
        }

        Count--;
        return place.Message;
    }

    private sealed class Place(in Message message)
    {
        public Message Message { get; } = message;

        public Place? Next { get; set; }
    }
}
