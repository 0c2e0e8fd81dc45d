using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>The way of one packet, from end to end of its session.</summary>
/// <param name="summary">What the packet is.</param>
/// <param name="bytes">Its length [B].</param>
internal sealed class Journey(string summary, int bytes)
{
    private readonly List<(Node Place, SimTime At)> _stops = [];

    public string Summary { get; } = summary;

    public int Bytes { get; } = bytes;

    /// <summary>Where it was, and when it came there.</summary>
    public IReadOnlyList<(Node Place, SimTime At)> Stops => _stops;

    /// <summary>Why, where and when it was lost; null if it was not.</summary>
    public (DropReason Reason, Node Before, SimTime At)? Loss { get; set; }

    /// <summary>The traced messages that it carries.</summary>
    public List<Message> Carried { get; } = [];

    public SimTime Start => _stops[0].At;

    public void Stop(Node place, SimTime at) => _stops.Add((place, at));
}
