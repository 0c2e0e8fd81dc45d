using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>What the media of one name carried.</summary>
/// <param name="name">Name of the media.</param>
public sealed class AirTime(string name)
{
    private readonly long[] _lost = new long[Enum.GetValues<DropReason>().Length];

    /// <summary>Name of the media.</summary>
    public string Name { get; } = name;

    /// <summary>Frames that were sent [1].</summary>
    public long Frames { get; private set; }

    /// <summary>Their size [B].</summary>
    public long Bytes { get; private set; }

    /// <summary>How long they occupied their media.</summary>
    public Duration Occupied { get; private set; }

    /// <summary>Frames that were lost for a reason [1].</summary>
    public long Lost(DropReason reason) => _lost[(int)reason];

    internal void Send(int bytes, Duration occupied)
    {
        Frames++;
        Bytes += bytes;
        Occupied += occupied;
    }

    internal void Lose(DropReason reason) => _lost[(int)reason]++;
}
