namespace M2mVsIoTSim.Network;

/// <summary>Told about every frame of a leg, to write it down; must change nothing, or a traced run would not be the run that is traced.</summary>
/// <remarks>What a frame carries may be used again as soon as it has left: whoever wants its octets writes them at once.</remarks>
public interface IFrameTap
{
    /// <summary>A frame has entered the leg.</summary>
    void Entered(in Frame frame);

    /// <summary>A frame has left the leg at its other end.</summary>
    void Left(in Frame frame);

    /// <summary>A frame has been lost on the leg.</summary>
    void Lost(in Frame frame, DropReason reason);
}
