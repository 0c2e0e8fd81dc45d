namespace M2mVsIoTSim.Network;

/// <summary>One crossing of one medium, from a port to a port, in one direction.</summary>
/// <param name="medium">What is crossed.</param>
/// <param name="from">Where frames enter.</param>
/// <param name="to">Where they leave.</param>
public class Leg(Medium medium, Port from, Port to)
{
    /// <summary>What is crossed.</summary>
    public Medium Medium { get; } = medium;

    /// <summary>Where frames enter.</summary>
    public Port From { get; } = from;

    /// <summary>Where they leave.</summary>
    public Port To { get; } = to;

    /// <summary>Why nothing will ever cross it; null where something may.</summary>
    public virtual DropReason? Cut => null;

    /// <summary>Who is told about its frames; null for nobody.</summary>
    public IFrameTap? Tap { get; set; }
}
