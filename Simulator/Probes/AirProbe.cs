using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>Frames, octets and time on the air, for each medium by name; frames count when sent within the window.</summary>
/// <remarks>Media of equal name, such as the links of a fleet, count together. Tested in <c>Tests/Probes/AirProbeTests</c>.</remarks>
/// <param name="simulation">The clock.</param>
/// <param name="from">Start of the measurement.</param>
/// <param name="to">End of the measurement.</param>
public sealed class AirProbe(Simulation simulation, SimTime from, SimTime to) : Probe
{
    private readonly SortedDictionary<string, AirTime> _media = new(StringComparer.Ordinal);
    private AirTime? _last;

    /// <summary>What was carried, in the order of the names.</summary>
    public IReadOnlyCollection<AirTime> Media => _media.Values;

    /// <inheritdoc/>
    public override void FrameSent(Medium medium, int bytes, Duration occupied)
    {
        if (IsOpen)
        {
            Of(medium).Send(bytes, occupied);
        }
    }

    /// <inheritdoc/>
    public override void FrameLost(Medium medium, DropReason reason)
    {
        if (IsOpen)
        {
            Of(medium).Lose(reason);
        }
    }

    private bool IsOpen => simulation.Now >= from && simulation.Now < to;

    private AirTime Of(Medium medium)
    {
        // Successive frames mostly use the same medium, or one with the very same name.
        if (_last is { } last && ReferenceEquals(last.Name, medium.Name))
        {
            return last;
        }

        if (!_media.TryGetValue(medium.Name, out var air))
        {
            _media.Add(medium.Name, air = new AirTime(medium.Name));
        }

        return _last = air;
    }
}
