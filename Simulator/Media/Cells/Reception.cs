using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>A block of the downlink as a device receives it.</summary>
/// <param name="Listens">From when on the device listens.</param>
/// <param name="SearchSpace">The earliest beginning of a search space after that.</param>
/// <param name="Begin">When the assignment begins, after others in the queue.</param>
/// <param name="Transfer">Lengths.</param>
internal readonly record struct Reception(SimTime Listens, SimTime SearchSpace, SimTime Begin, Transfer Transfer)
{
    public SimTime Assigned => Begin + Transfer.Control;

    public SimTime DataBegin => Assigned + Transfer.Gap;

    public SimTime End => DataBegin + Transfer.Data;
}
